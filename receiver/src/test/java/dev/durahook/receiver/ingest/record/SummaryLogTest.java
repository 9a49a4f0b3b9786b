package dev.durahook.receiver.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.LogLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

class SummaryLogTest {

    private static final DeliveryProblem FORGED = forged("signature-mismatch", "1 signature(s) match none");

    @RegisterExtension
    final LogLines lines = LogLines.of("dev.durahook.receiver.refusals").at(Level.INFO);

    private final List<Runnable> minutes = new ArrayList<>();
    private final SummaryLog log = new SummaryLog(minutes::add);

    @AfterEach
    void noFieldIsLeft() {
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void theFirstIsSaidAtOnceAndTheOthersWhenTheMinuteIsOver() {
        log.refused("shop", FORGED);
        assertThat(lines.messages())
                .containsExactly(
                        "Refused 1 delivery to source shop: 401 signature-mismatch (1 signature(s) match none)");

        log.refused("shop", forged("timestamp-out-of-tolerance", "timestamp 611 s old"));
        log.refused("shop", FORGED);
        log.refused("shop", forged("timestamp-out-of-tolerance", "timestamp 612 s old"));
        assertThat(lines.messages()).hasSize(1);

        pass();
        assertThat(lines.messages())
                .last()
                .isEqualTo("Refused 3 deliveries to source shop in the last minute:"
                        + " 2 x 401 timestamp-out-of-tolerance (timestamp 612 s old),"
                        + " 401 signature-mismatch (1 signature(s) match none)");
    }

    @Test
    void aLineAMinuteForAsLongAsItGoesOn() {
        for (int minute = 0; minute < 10; minute++) {
            for (int i = 0; i < 1_000; i++) {
                log.refused("shop", FORGED);
            }
            pass();
        }
        assertThat(lines.messages()).hasSize(11);
        assertThat(lines.messages()).last().asString().startsWith("Refused 1000 deliveries to source shop");
    }

    @Test
    void afterAQuietMinuteTheNextIsAFirstOneAgain() {
        log.refused("shop", FORGED);
        pass();
        assertThat(minutes).as("nothing is left over").isEmpty();
        log.refused("shop", FORGED);
        assertThat(lines.messages()).hasSize(2);
    }

    @Test
    void eachSourceHasItsOwnLine() {
        log.refused("shop", FORGED);
        log.refused("bank", FORGED);
        log.refused("shop", FORGED);
        log.refused("bank", FORGED);
        pass();
        assertThat(lines.events())
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(field("shop"), field("bank"), field("shop"), field("bank"));
    }

    @Test
    void refusalThatMayHaveHitAGenuineDeliveryIsAWarning() {
        log.refused("shop", FORGED);
        log.refused("shop", new DeliveryProblem(Problem.UNDECIDED, "credential-refused", "declare another one"));
        log.refused("shop", FORGED);
        pass();
        log.refused("shop", FORGED);
        pass();
        assertThat(lines.events())
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.INFO, Level.WARN, Level.INFO);
    }

    @Test
    void handshakesThatAnyoneCanBeginAreSummedUpToo() {
        lines.listenTo("dev.durahook.receiver.deliveries");
        for (int i = 0; i < 100; i++) {
            log.handshaken("shop", "challenge");
        }
        log.refused("shop", FORGED);
        pass();
        assertThat(lines.messages())
                .containsExactly(
                        "Answered 1 handshake of source shop: challenge",
                        "Refused 1 delivery to source shop: 401 signature-mismatch (1 signature(s) match none)",
                        "Answered 99 handshakes of source shop in the last minute: 99 x challenge");
    }

    @Test
    void theRestIsSaidBeforeTheEnd() {
        log.refused("shop", FORGED);
        log.refused("shop", FORGED);
        log.refused("bank", FORGED);
        log.close();
        assertThat(lines.messages())
                .last()
                .asString()
                .startsWith("Refused 1 delivery to source shop since the line before: 401");
        pass();
        assertThat(lines.messages()).hasSize(3);
    }

    @Test
    void aMinuteThatCanNotBeginDoesNotSilenceTheSource() {
        AtomicBoolean isExhausted = new AtomicBoolean(true);
        SummaryLog exhausted = new SummaryLog(task -> {
            if (isExhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            minutes.add(task);
        });
        assertThatThrownBy(() -> exhausted.refused("shop", FORGED)).isInstanceOf(OutOfMemoryError.class);
        isExhausted.set(false);
        exhausted.refused("shop", FORGED);
        exhausted.refused("shop", FORGED);
        isExhausted.set(true);
        assertThatThrownBy(this::pass).isInstanceOf(OutOfMemoryError.class);
        isExhausted.set(false);
        exhausted.refused("shop", FORGED);
        pass();
        assertThat(lines.messages()).hasSize(4);
    }

    @Test
    void noThreadIsStartedForALineAndNoneIsLeftAtTheEnd() {
        SummaryLog real = SummaryLog.ofMinutes();
        List<Thread> before = threads();
        assertThat(before).isNotEmpty();
        real.refused("shop", FORGED);
        assertThat(threads()).isEqualTo(before);
        real.close();
        Await.until("the thread has ended", () -> threads().size() < before.size());
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("durahook-summaries"))
                .sorted(Comparator.comparing(Thread::getId))
                .toList();
    }

    @Test
    void aLineHoldsNoControlCharactersAndIsShort() {
        log.refused(
                "shop",
                new DeliveryProblem(Problem.NOT_VERIFIED, "x\r\n\u001b[31m\u2028Stored: shop:1" + "y".repeat(9_999)));
        assertThat(lines.messages())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("[ -~]*")
                        .contains("x???[31m?Stored: shop:1")
                        .hasSizeLessThan(400));
    }

    @Test
    void nothingIsLostOrSaidTwiceByManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Runnable> later = java.util.Collections.synchronizedList(new ArrayList<>());
        SummaryLog busy = new SummaryLog(later::add);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                for (int n = 0; n < 1_000; n++) {
                    busy.refused("shop", FORGED);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        later.get(0).run();
        assertThat(lines.messages()).hasSize(2);
        assertThat(lines.messages()).last().asString().startsWith("Refused 7999 deliveries");
    }

    private void pass() {
        List<Runnable> due = List.copyOf(minutes);
        minutes.clear();
        due.forEach(Runnable::run);
    }

    private static DeliveryProblem forged(String reason, String detail) {
        return new DeliveryProblem(Problem.NOT_VERIFIED, reason, detail);
    }

    private static Map<String, String> field(String source) {
        return Map.of("durahook.event.source", source);
    }
}
