package dev.durahook.worker.slots;

import dev.durahook.connection.metrics.WatchedQueues;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts lost slots and shows them in the log, as a metric and in the readiness probe. Must be imported first, so that
 * its interceptor runs inside the interceptor that tells an attempt its policy.
 */
@Configuration(proxyBeanMethods = false)
public class SlotsConfiguration {

    @Bean
    RunningAttempts durahookRunningAttempts() {
        return new RunningAttempts(System::nanoTime);
    }

    @Bean
    Shares durahookShares(WorkersTemplate workers, @Qualifier("durahookWatchedQueues") WatchedQueues queues) {
        return new Shares(workers, queues);
    }

    @Bean
    LostSlots durahookLostSlots(RunningAttempts attempts, Shares shares) {
        return new LostSlots(attempts, shares);
    }

    @Bean
    LostSlotsMetrics durahookLostSlotsMetrics(LostSlots lost, Shares shares) {
        return new LostSlotsMetrics(lost, shares);
    }

    @Bean
    LostSlotsWatch durahookLostSlotsWatch(RunningAttempts attempts, LostSlots lost) {
        return new LostSlotsWatch(new LostSlotsLog(attempts, lost, System::nanoTime));
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("slots")
    SlotsHealth slotsHealthIndicator(LostSlots lost) {
        return new SlotsHealth(lost);
    }
}
