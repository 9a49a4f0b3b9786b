package dev.durahook.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PollersHealthTest {

    @Test
    void asksForTheQueuesOfTheConfigurationAndOfTheDestinations() {
        WorkerContext.with(
                        "durahook.worker.task-queues=durahook,slow",
                        "durahook.destinations.crm.url=https://crm.example.com",
                        "durahook.destinations.crm.signature=none")
                .run(context -> {
                    Health health = context.getBean(PollersHealth.class).health();
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails().get("taskQueues").toString())
                            .isEqualTo("[durahook, durahook.destination.crm, slow]");
                    assertThat(health.getDetails()).containsEntry("reason", "the workers do not run");
                });
    }

    @Test
    void knownPollersAndLongMissingPollersAreLoggedOnceEach(CapturedOutput output) {
        AtomicLong nanoTime = new AtomicLong();
        PollersLog log = new PollersLog(nanoTime::get);
        Set<String> all = Set.of("queue-of-this-test");
        for (int i = 0; i < 3; i++) {
            log.found(Set.of(), all);
        }
        // The server has come back.
        for (int i = 0; i < 29; i++) {
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            log.found(all, all);
        }
        log.found(Set.of(), all);
        assertThat(linesOfThisTest(output)).hasSize(1).first().asString().contains("Temporal knows the pollers of");
        for (int i = 0; i < 90; i++) {
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            log.found(all, all);
        }
        log.found(Set.of(), all);
        assertThat(linesOfThisTest(output)).hasSize(3).element(1).asString().contains("are not polled");
    }

    private static List<String> linesOfThisTest(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> line.contains("queue-of-this-test"))
                .toList();
    }

    @Test
    void canBeSwitchedOff() {
        WorkerContext.with("management.health.pollers.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(PollersHealth.class));
    }
}
