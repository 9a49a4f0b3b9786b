package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.fault.MethodFault;
import dev.durahook.testsupport.fault.MethodFaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.handling.EventAttempt;
import io.grpc.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Single methods by which a worker works are slow, hang, fail, or are done although they fail. Each event is processed
 * all the same, and nothing has to be restarted.
 */
@RequiresTemporal
class LostReportsIT {

    private static final List<String> METHODS = List.of(
            "PollWorkflowTaskQueue",
            "PollActivityTaskQueue",
            "RespondWorkflowTaskCompleted",
            "RespondActivityTaskCompleted",
            "RespondActivityTaskFailed",
            "RecordActivityTaskHeartbeat");

    private static final Map<String, MethodFault> FAULTS = Map.of(
            "is late", MethodFault.late(Duration.ofSeconds(1)),
            "hangs", MethodFault.hung(),
            "is done and unheard", MethodFault.unheard(),
            "is refused", MethodFault.refused(Status.UNAVAILABLE),
            "is over quota", MethodFault.refused(Status.RESOURCE_EXHAUSTED),
            "is done but fails", MethodFault.doneButFailed(Status.UNAVAILABLE));

    private static TemporalServer server;
    private static MethodFaultProxy proxy;
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        proxy = MethodFaultProxy.to(server.target());
        worker = RunningWorker.through(
                proxy.target(),
                server,
                List.of("inline", "scheduled", "beating"),
                "durahook.policies.inline.initial-interval=100ms",
                "durahook.policies.inline.start-to-close-timeout=3s",
                "durahook.policies.scheduled.inline-first-attempt=false",
                "durahook.policies.scheduled.initial-interval=100ms",
                "durahook.policies.scheduled.start-to-close-timeout=3s",
                "durahook.policies.beating.heartbeat-timeout=2s",
                "durahook.policies.beating.initial-interval=100ms");
        assertThat(worker.deliver("inline", attempt -> "before").result()).isEqualTo("before");
    }

    @AfterAll
    static void stop() {
        worker.close();
        proxy.close();
        server.close();
    }

    /** The faults come one after the other, and an event may meet several of them. */
    @Test
    void eachEventIsProcessed() throws InterruptedException {
        Map<String, List<Event>> sent = new LinkedHashMap<>();
        for (String method : METHODS) {
            for (Map.Entry<String, MethodFault> fault : FAULTS.entrySet()) {
                proxy.set(method, fault.getValue());
                sent.put(method + " " + fault.getKey(), deliver());
                TimeUnit.MILLISECONDS.sleep(250);
                proxy.heal();
            }
        }
        sent.forEach((fault, events) -> assertThat(events)
                .as(fault)
                .allSatisfy(event -> assertThat(event.result()).isEqualTo("done")));
        for (String method : METHODS) {
            assertThat(proxy.calls(method)).as(method).isPositive();
        }
    }

    private static List<Event> deliver() {
        return Stream.of("inline", "scheduled", "beating")
                .map(policy -> worker.deliver(policy, LostReportsIT::succeedAtTheSecond, RunningWorker.USUAL_TASK))
                .toList();
    }

    private static String succeedAtTheSecond(EventAttempt attempt) {
        attempt.heartbeat("alive");
        if (attempt.number() == 1) {
            throw new IllegalStateException("the first attempt fails");
        }
        return "done";
    }
}
