package dev.durahook.worker.inline;

import io.temporal.activity.ActivityInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/** Whatever the moment at which the next workflow task asks for an attempt, it gets the end of the attempt, or nothing. */
class BegunAttemptsConcurrencyIT {

    private static final ActivityInfo ATTEMPT = (ActivityInfo) Proxy.newProxyInstance(
            ActivityInfo.class.getClassLoader(),
            new Class<?>[] {ActivityInfo.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                // Lincheck compares the objects whose methods are called.
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> 1;
                default -> "1";
            });

    @Test
    void nextTaskGetsTheResultOrFindsNoAttempt() {
        Lincheck.runConcurrentTest(100, () -> {
            BegunAttempts<String> attempts = new BegunAttempts<>();
            AtomicReference<Optional<String>> joined = new AtomicReference<>(Optional.empty());
            Thread next = new Thread(() -> joined.set(attempts.join(ATTEMPT)));
            next.start();
            String made = attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> "sent");
            join(next);

            // Lincheck watches what is called here, and AssertJ does not bear it.
            check(made.equals("sent") && joined.get().orElse("sent").equals("sent"), "another result");
            check(attempts.join(ATTEMPT).isEmpty(), "an attempt that has ended is found");
        });
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
