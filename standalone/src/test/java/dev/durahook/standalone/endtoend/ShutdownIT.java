package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of work: every request gets its answer, no completion is lost, no effect is repeated. */
@RequiresTemporal
class ShutdownIT {

    private static final int SENDERS = 8;

    // A busy machine takes longer for what is under way than the application waits by default.
    private static final String[] PATIENT = {
        "durahook.worker.shutdown-timeout=4m", "spring.lifecycle.timeout-per-shutdown-phase=4m"
    };

    @TempDir
    private Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void underLoad() throws Exception {
        try (TemporalServer temporal =
                TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks())) {
            try (Installation first = new Installation(temporal.target(), folder, PATIENT)) {
                terminateUnderLoad(first);
            }
            assertStoredWasAnswered(temporal);
            try (Installation second = new Installation(temporal.target(), folder)) {
                Await.until("every effect is done", () -> effects(second).containsAll(answered(202)));
                temporal.workflows().awaitCount("ExecutionStatus = 'Running'", 0);
                // An event may be stored although its sender was asked to deliver it again.
                assertThat(second.effects()).doesNotHaveDuplicates().isSubsetOf(answered(202, 503));
            }
        }
    }

    private void terminateUnderLoad(Installation installation) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            senders.execute(() -> sendUntilNoServerListens(installation));
        }
        Await.until("some effects are done", () -> installation.effects().size() > 16);
        installation.terminate();
        senders.shutdown();
        assertThat(senders.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        installation.awaitEnd();
    }

    private void sendUntilNoServerListens(Installation installation) {
        while (unanswered.size() < SENDERS) {
            String id = "load-" + next.incrementAndGet();
            try {
                answered.put(id, installation.post(id));
            } catch (IOException e) {
                unanswered.add(id);
                return;
            }
        }
    }

    // The operating system may refuse a connection that the application has not accepted. A request on an accepted
    // connection must be answered.
    private void assertStoredWasAnswered(TemporalServer temporal) {
        assertThat(answered.values()).contains(202).isSubsetOf(202, 503);
        for (String id : unanswered) {
            assertThatThrownBy(() -> temporal.workflows().describe("webhook:" + id))
                    .isInstanceOf(WorkflowNotFoundException.class);
        }
    }

    private Set<String> answered(Integer... statuses) {
        Set<String> events = new HashSet<>();
        answered.forEach((id, status) -> {
            if (List.of(statuses).contains(status)) {
                events.add("webhook:" + id);
            }
        });
        return events;
    }

    private static Set<String> effects(Installation installation) {
        return new HashSet<>(installation.effects());
    }
}
