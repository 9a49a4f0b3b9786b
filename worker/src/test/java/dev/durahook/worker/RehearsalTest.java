package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;

import com.uber.m3.tally.Scope;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.spring.boot.autoconfigure.MetricsScopeAutoConfiguration;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RehearsalTest {

    @Test
    void recordedEventIsReplayedAndCountsOnlyAsAReplay() {
        try (FakeFrontend temporal = FakeFrontend.start()) {
            WorkerContext.with(
                            "durahook.worker.task-queues=orders",
                            "spring.temporal.connection.target=" + temporal.target())
                    .withConfiguration(AutoConfigurations.of(MetricsScopeAutoConfiguration.class))
                    .withBean(SimpleMeterRegistry.class)
                    .withBean(
                            WorkerOptionsCustomizer.class, () -> (options, worker, queue) -> PatientWorkers.of(options))
                    .run(context -> {
                        assertThatCode(new Rehearsal(context.getBean(WorkerFactory.class), List.of("orders"))::replay)
                                .doesNotThrowAnyException();
                        // The SDK counts into its scope, which the registry reads every ten seconds and at the end.
                        context.getBean(Scope.class).close();
                        assertThat(context.getBean(MeterRegistry.class).getMeters())
                                .extracting(meter -> meter.getId().getName())
                                .filteredOn(name -> name.contains("workflow"))
                                .filteredOn(name -> !name.contains("poll"))
                                .containsExactlyInAnyOrder(
                                        "temporal_workflow_active_thread_count",
                                        "temporal_workflow_task_replay_latency");
                    });
        }
    }

    @Test
    void workersStartAlsoIfTheReplayFails(CapturedOutput output) {
        WorkerContext.with("durahook.worker.task-queues=orders").run(context -> {
            Rehearsal rehearsal = new Rehearsal(context.getBean(WorkerFactory.class), List.of("no such queue"));

            assertThatException().isThrownBy(rehearsal::replay);
            rehearsal.run();
            assertThat(output).contains("The workers start without a rehearsal");
        });
    }
}
