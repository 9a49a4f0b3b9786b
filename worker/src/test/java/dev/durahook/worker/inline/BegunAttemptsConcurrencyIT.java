package dev.durahook.worker.inline;

import static dev.durahook.testsupport.TwoThreads.check;

import dev.durahook.testsupport.TwoThreads;
import io.temporal.activity.ActivityInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/** A workflow task that asks for the attempt of the task before gets the attempt's result, or finds no attempt. */
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
            AtomicReference<String> made = new AtomicReference<>("");
            TwoThreads.run(
                    () -> joined.set(join(attempts)),
                    () -> made.set(attempts.make(ATTEMPT, Duration.ofMinutes(1), () -> "sent")));

            check(made.get().equals("sent") && joined.get().orElse("sent").equals("sent"), "another result");
            check(join(attempts).isEmpty(), "an attempt that has ended is found");
        });
    }

    private static Optional<String> join(BegunAttempts<String> attempts) {
        try {
            return attempts.join(ATTEMPT);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
