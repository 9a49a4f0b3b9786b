package dev.durahook.testsupport.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.process.JavaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresFaketime
class JumpingClockTest {

    @TempDir
    private Path folder;

    @Test
    void onlyTheWallClockOfARunningProcessJumps() {
        JumpingClock clock = JumpingClock.in(folder.resolve("clock"));
        try (JavaProcess process =
                JavaProcess.of(Ticker.class).environment(clock.environment()).start()) {
            assertThat(hoursAhead(process)).isZero();
            clock.jump(Duration.ofHours(3));
            process.awaitLine("hours ahead: 3\\b");
            clock.jump(Duration.ofDays(-1));
            process.awaitLine("hours ahead: -24\\b");
            process.terminate();
            process.awaitEnd();
            assertThat(process.output()).contains("waits end in time").doesNotContain("waits end early");
        }
    }

    private static long hoursAhead(JavaProcess process) {
        return Long.parseLong(process.awaitLine("hours ahead: (-?\\d+)").group(1));
    }

    static final class Ticker {

        private static final Duration WAIT = Duration.ofMillis(50);
        private static final int WAITS = 4;

        private Ticker() {}

        public static void main(String[] args) throws InterruptedException {
            Instant real = Instant.now();
            long begin = System.nanoTime();
            while (true) {
                Instant expected = real.plusNanos(System.nanoTime() - begin);
                System.out.println("hours ahead: "
                        + Math.round(Duration.between(expected, Instant.now()).toSeconds() / 3600.0));
                long before = System.nanoTime();
                for (int i = 0; i < WAITS; i++) {
                    LockSupport.parkNanos(WAIT.toNanos());
                }
                boolean early = System.nanoTime() - before < WAIT.toNanos() * WAITS / 2;
                System.out.println("waits end " + (early ? "early" : "in time"));
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }
}
