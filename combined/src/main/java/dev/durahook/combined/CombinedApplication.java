package dev.durahook.combined;

import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.worker.health.PollersHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Runs receiver and worker in one process. Both configure themselves, and share one client of Temporal. The answer to
 * the start of an event contains the first task, which saves a round trip through Temporal's matching.
 */
@EnableAutoConfiguration
@DedicatedServer
public class CombinedApplication {

    /** Starts the application, which then runs until the process is stopped. */
    public static void main(String[] arguments) {
        SpringApplication.run(CombinedApplication.class, arguments);
    }

    @Bean
    FirstPollHealth firstPollHealthIndicator(ObjectProvider<PollersHealth> pollers) {
        return new FirstPollHealth(pollers);
    }
}
