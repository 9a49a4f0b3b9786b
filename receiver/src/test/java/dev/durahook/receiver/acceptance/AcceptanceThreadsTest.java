package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptanceThreadsTest {

    @Test
    void deadlineThatIsCancelledIsNotKept() {
        try (AcceptanceThreads threads = new AcceptanceThreads()) {
            ScheduledThreadPoolExecutor timer = (ScheduledThreadPoolExecutor) threads.timer();
            ScheduledFuture<?> deadline = timer.schedule(() -> {}, Await.PATIENCE.toMinutes(), TimeUnit.MINUTES);

            assertThat(deadline.cancel(false)).isTrue();
            assertThat(timer.getQueue()).isEmpty();
        }
    }
}
