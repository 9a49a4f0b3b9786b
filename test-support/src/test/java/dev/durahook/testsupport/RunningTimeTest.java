package dev.durahook.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningTimeTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void timeInWhichTheProcessStoodStillDoesNotCount() {
        try (RunningTime time = new RunningTime(now::get)) {
            for (int millis : new int[] {100, 60, 10_000, 100}) {
                now.addAndGet(Duration.ofMillis(millis).toNanos());
                time.tick();
            }

            assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(360));
            assertThat(time.longestPause()).isEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void timePassesWhileTheProcessRuns() {
        try (RunningTime time = RunningTime.start()) {
            Await.until("half a second has passed", () -> time.elapsed().toMillis() >= 500);
        }
    }
}
