package dev.durahook.benchmarks.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    @Test
    void sendsEachEventOnceAndNeverMoreThanAllowed() {
        AtomicInteger unanswered = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<PreparedEvent> events = IntStream.range(0, 50)
                .mapToObj(number -> new PreparedEvent("" + number, () -> {
                    most.accumulateAndGet(unanswered.incrementAndGet(), Math::max);
                    return CompletableFuture.supplyAsync(() -> {
                        unanswered.decrementAndGet();
                        return SenderAnswer.STORED;
                    });
                }))
                .toList();

        List<SentEvent> sent = ClosedLoop.run(events, 3);

        assertThat(sent)
                .extracting(SentEvent::id)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(PreparedEvent::id).toList());
        assertThat(most.get()).isBetween(1, 3);
    }
}
