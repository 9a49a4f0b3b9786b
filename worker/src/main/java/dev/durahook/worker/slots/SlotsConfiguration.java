package dev.durahook.worker.slots;

import dev.durahook.connection.metrics.WatchedQueues;
import dev.durahook.connection.watch.PeriodicWatch;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts slots and shows lost ones in the log, as a metric and in the readiness probe. Must be imported first, so that
 * its interceptor runs inside the interceptor that tells an attempt its policy.
 */
@Configuration(proxyBeanMethods = false)
public class SlotsConfiguration {

    private static final Duration LOG_INTERVAL = Duration.ofSeconds(1);

    @Bean
    QueueSlots durahookQueueSlots() {
        return new QueueSlots();
    }

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
    SlotMetrics durahookSlotMetrics(LostSlots lost, QueueSlots slots, Shares shares) {
        return new SlotMetrics(lost, slots, shares);
    }

    /** Lost slots are logged even if no probe asks. */
    @Bean
    PeriodicWatch durahookLostSlotsWatch(RunningAttempts attempts, LostSlots lost) {
        LostSlotsLog log = new LostSlotsLog(attempts, lost, System::nanoTime);
        return new PeriodicWatch("durahook-slot-watch", LOG_INTERVAL, log::look);
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("slots")
    SlotsHealth slotsHealthIndicator(LostSlots lost) {
        return new SlotsHealth(lost);
    }
}
