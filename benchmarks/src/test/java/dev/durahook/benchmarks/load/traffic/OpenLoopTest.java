package dev.durahook.benchmarks.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.time.MicroTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A slow answer must not slow down the sender, and must not shorten the measured time of the events after it. */
class OpenLoopTest {

    @Test
    void sendsAnEventAlthoughEarlierAnswersAreMissing() {
        CompletableFuture<SenderAnswer> first = new CompletableFuture<>();
        PreparedEvent waiting = new PreparedEvent("first", () -> first);
        PreparedEvent releasing = new PreparedEvent("second", () -> {
            first.complete(SenderAnswer.REFUSED);
            return CompletableFuture.completedFuture(SenderAnswer.STORED);
        });

        List<SentEvent> sent = OpenLoop.run(List.of(waiting, releasing), List.of(0L, 1_000L));

        assertThat(sent).extracting(SentEvent::answer).containsExactly(SenderAnswer.REFUSED, SenderAnswer.STORED);
        assertThat(sent.get(1).scheduled() - sent.get(0).scheduled()).isEqualTo(1_000);
    }

    @Test
    void countsTheTimeThatTheSenderWasLate() {
        long[] released = new long[1];
        PreparedEvent blocking = new PreparedEvent("first", () -> {
            block();
            released[0] = MicroTime.now();
            return CompletableFuture.completedFuture(SenderAnswer.STORED);
        });
        PreparedEvent late = new PreparedEvent("second", () -> CompletableFuture.completedFuture(SenderAnswer.STORED));

        List<SentEvent> sent = OpenLoop.run(List.of(blocking, late), List.of(0L, 1L));

        SentEvent second = sent.get(1);
        assertThat(second.acknowledgement()).isGreaterThanOrEqualTo(released[0] - second.scheduled());
    }

    @Test
    void scheduleFollowsTheStages() {
        List<Stage> stages = List.of(new Stage(2, 1), new Stage(4, 0.5), new Stage(1, 2));

        assertThat(Stage.schedule(stages))
                .containsExactly(0L, 500_000L, 1_000_000L, 1_250_000L, 1_500_000L, 2_500_000L);
    }

    private static void block() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
