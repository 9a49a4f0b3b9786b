package dev.durahook.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

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
    void canBeSwitchedOff() {
        WorkerContext.with("management.health.pollers.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(PollersHealth.class));
    }
}
