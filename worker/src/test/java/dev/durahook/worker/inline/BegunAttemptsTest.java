package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import io.temporal.activity.ActivityInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A workflow task is lost while its attempt runs, and the next task asks for the same attempt. */
class BegunAttemptsTest {

    private static final ActivityInfo ATTEMPT = attempt("run", "1");

    private final BegunAttempts<String> attempts = new BegunAttempts<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void nextTaskGetsTheResult() throws Exception {
        assertThat(joined(() -> "sent").get()).contains("sent");
    }

    @Test
    void nextTaskGetsTheFailure() {
        CompletableFuture<Optional<String>> joined = joined(() -> {
            throw new IllegalStateException("not sent");
        });
        assertThatThrownBy(joined::get).hasRootCauseMessage("not sent");
    }

    @Test
    void nextTaskDoesNotWaitLongerThanTheAttemptMayTake() {
        attempts.make(ATTEMPT, Duration.ofMillis(50), () -> {
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> attempts.join(ATTEMPT));
            return "too late";
        });
    }

    @Test
    void attemptThatHasEndedIsNotFound() throws Exception {
        attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> "sent");

        assertThat(attempts.join(ATTEMPT)).isEmpty();
    }

    @Test
    void attemptOfAnotherActivityIsNotFound() {
        attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> {
            assertThat(join(attempt("run", "2"))).isEmpty();
            assertThat(join(attempt("another", "1"))).isEmpty();
            return "sent";
        });
    }

    private CompletableFuture<Optional<String>> joined(Supplier<String> attempt) {
        CompletableFuture.runAsync(() -> attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> {
            begun.countDown();
            await(end);
            return attempt.get();
        }));
        await(begun);
        CompletableFuture<Optional<String>> joined = new CompletableFuture<>();
        Thread next = new Thread(() -> joined.completeAsync(() -> join(ATTEMPT), Runnable::run));
        next.start();
        Await.until("the next task waits", () -> next.getState() == Thread.State.TIMED_WAITING);
        end.countDown();
        return joined;
    }

    private Optional<String> join(ActivityInfo attempt) {
        try {
            return attempts.join(attempt);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ActivityInfo attempt(String run, String activity) {
        return (ActivityInfo) Proxy.newProxyInstance(
                ActivityInfo.class.getClassLoader(),
                new Class<?>[] {ActivityInfo.class},
                (proxy, method, arguments) -> method.getName().equals("getWorkflowRunId") ? run : activity);
    }
}
