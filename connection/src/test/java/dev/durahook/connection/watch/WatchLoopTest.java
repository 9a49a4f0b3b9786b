package dev.durahook.connection.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.LogLines;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchLoopTest {

    @RegisterExtension
    final LogLines lines = LogLines.of(FaultBarrier.class.getName());

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void roundThatFailsDoesNotEndTheWatch() {
        PeriodicWatch watch = new PeriodicWatch("a-watch", Duration.ofMillis(1), () -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new OutOfMemoryError("unable to create native thread");
                case 2 -> throw new IllegalStateException("a failed check");
                default -> {}
            }
        });
        watch.start();
        try {
            Await.until("the watch goes on", () -> rounds.get() > 2);
        } finally {
            watch.stop();
        }
        assertThat(lines.messages())
                .singleElement()
                .asString()
                .startsWith("A round of a-watch failed, and goes on: java.lang.OutOfMemoryError at ");
    }
}
