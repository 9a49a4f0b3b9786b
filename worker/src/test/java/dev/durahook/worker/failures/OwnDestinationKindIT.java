package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.MemoryKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A destination of a kind that the application adds has retries, parking and metrics as every destination has. */
@RequiresTemporal
class OwnDestinationKindIT {

    private static final Work NOT_HERE = attempt -> {
        throw new AssertionError("no handler takes it");
    };

    @Test
    void eventIsSentIsRetriedUnderThePolicyAndIsParked() {
        MemoryKind memory = new MemoryKind();
        try (TemporalServer server = TemporalServer.start();
                RunningWorker worker = start(server, memory)) {
            Event first = worker.deliver("shop", NOT_HERE);
            assertThat(first.result()).isEqualTo("log has it in orders");
            assertThat(memory.taken()).containsExactly("orders " + first.id() + " {\"id\": 1}");

            memory.close();
            Event second = worker.deliver("shop", NOT_HERE);
            assertThat(second.parked()).contains("log is closed for [hidden]").doesNotContain("canary-7f3a");
            assertThat(memory.attempts()).containsExactly(1, 1, 2, 3);
            assertThat(worker.counted("durahook.destination.attempts", "destination", "log"))
                    .isEqualTo(4);

            memory.reopen();
            second.signal("retry");
            assertThat(second.result()).isEqualTo("log has it in orders");
            assertThat(worker.failedWorkflowTasks()).isZero();
        }
    }

    private static RunningWorker start(TemporalServer server, MemoryKind memory) {
        return RunningWorker.start(
                server,
                List.of(),
                application -> application.registerBean("memory", DestinationKind.class, () -> memory),
                "durahook.routes.all.event-types=shop.*",
                "durahook.routes.all.destinations=log",
                "durahook.destinations.log.kind=memory",
                "durahook.destinations.log.topic=orders",
                "durahook.destinations.log.password=canary-7f3a",
                "durahook.destinations.log.policy=" + RunningWorker.QUICK);
    }
}
