package dev.durahook.worker.slots;

import dev.durahook.connection.watch.Throttle;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the activities whose attempts hold slots for too long, each activity at most once a minute, and logs if so many
 * slots are lost that the worker is not ready.
 */
final class LostSlotsLog {

    private static final Logger LOG = LoggerFactory.getLogger(LostSlotsLog.class);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final RunningAttempts attempts;
    private final LostSlots lost;
    private final Set<RunningAttempt> logged = Collections.newSetFromMap(new WeakHashMap<>());
    private final Throttle<String> lines;
    private boolean isReady = true;

    LostSlotsLog(RunningAttempts attempts, LostSlots lost, LongSupplier nanoTime) {
        this.attempts = attempts;
        this.lost = lost;
        this.lines = new Throttle<>(BETWEEN_LINES, nanoTime);
    }

    /** Logs the changes since the last call. */
    void look() {
        attempts.overdue().stream()
                .collect(Collectors.groupingBy(RunningAttempt::activity))
                .forEach(this::look);
        List<String> reasons = lost.reasons();
        if (isReady && !reasons.isEmpty()) {
            reasons.forEach(reason -> LOG.warn("Not ready: {}", reason));
        } else if (!isReady && reasons.isEmpty()) {
            LOG.info("Ready again: attempts that went on although their time was over have ended");
        }
        isReady = reasons.isEmpty();
    }

    private void look(String activity, List<RunningAttempt> overdue) {
        if (!logged.containsAll(overdue) && lines.allows(activity)) {
            logged.addAll(overdue);
            LOG.warn(
                    "Attempts of {} that go on although their time is over: {}. Until they end, each holds one of the slots"
                            + " that this worker has for activities of task queue {}",
                    activity,
                    overdue.size(),
                    overdue.get(0).taskQueue());
        }
    }
}
