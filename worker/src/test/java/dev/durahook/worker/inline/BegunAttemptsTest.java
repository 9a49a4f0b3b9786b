package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import io.temporal.activity.ActivityInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
    void attemptThatHasEndedIsNotFound() {
        attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> "sent");

        assertThat(attempts.join(ATTEMPT)).isEmpty();
        assertThat(attempts.isOverdue(ATTEMPT)).isFalse();
    }

    @Test
    void attemptOfAnotherActivityIsNotFound() {
        attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> {
            assertThat(attempts.join(attempt("run", "2"))).isEmpty();
            assertThat(attempts.join(attempt("another", "1"))).isEmpty();
            return "sent";
        });
    }

    @Test
    void attemptWhoseTimeIsOverIsOverdue() {
        attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> {
            assertThat(attempts.isOverdue(ATTEMPT)).isFalse();
            return "sent";
        });
        attempts.make(ATTEMPT, Duration.ofNanos(1), () -> {
            assertThat(attempts.isOverdue(ATTEMPT)).isTrue();
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
        Thread next = new Thread(() -> joined.completeAsync(() -> attempts.join(ATTEMPT), Runnable::run));
        next.start();
        Await.until("the next task waits", Duration.ofMinutes(1), () -> next.getState() == Thread.State.WAITING);
        end.countDown();
        return joined;
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
