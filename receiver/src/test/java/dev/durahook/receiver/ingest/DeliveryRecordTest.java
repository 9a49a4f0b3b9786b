package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.durahook.workflows.WebhookEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Whoever looks for an event by its ID finds what the receiver did with it, and at a level that is on. */
class DeliveryRecordTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.durahook.receiver.deliveries");
    private static final Logger REFUSALS = (Logger) LoggerFactory.getLogger("dev.durahook.receiver.refusals");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ListAppender<ILoggingEvent> refusals = new ListAppender<>();
    private final DeliveryRecord deliveries = new DeliveryRecord(new SimpleMeterRegistry(), new SummaryLog(task -> {}));

    @BeforeEach
    void listen() {
        lines.start();
        LOG.addAppender(lines);
        // Whatever another test has set for all.
        LOG.setLevel(Level.INFO);
        refusals.start();
        REFUSALS.addAppender(refusals);
        REFUSALS.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        LOG.detachAppender(lines);
        LOG.setLevel(null);
        REFUSALS.detachAppender(refusals);
        REFUSALS.setLevel(null);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void storedEventsAreNamedOneByOne() {
        Receipts receipts = new Receipts(
                List.of(new Receipt("shop:1", "shop.a", true), new Receipt("shop:2", "shop.b", false)), false, "1");

        deliveries.stored(deliveries.begin(), "shop", receipts);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Stored: shop:1 of type shop.a", "Known: shop:2 of type shop.b");
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(fields("shop:1", "shop.a"), fields("shop:2", "shop.b"));
    }

    @Test
    void eventsThatWereNotStoredAreNamedOneByOne() {
        List<WebhookEvent> missing = List.of(event("shop:1", "shop.a"), event("shop:2", "shop.b"));

        deliveries.refused(
                deliveries.begin(), "shop", DeliveryProblem.notStored(missing, "unavailable", "2 of 3 events"));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Not stored: shop:1 of type shop.a, answered 503: unavailable (2 of 3 events)",
                        "Not stored: shop:2 of type shop.b, answered 503: unavailable (2 of 3 events)");
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(fields("shop:1", "shop.a"), fields("shop:2", "shop.b"));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void whatNamesNoEventIsOneLineHoweverOftenItComes(Problem problem) {
        for (int i = 0; i < 1_000; i++) {
            deliveries.refused(deliveries.begin(), "shop", new DeliveryProblem(problem, "a detail"));
        }

        assertThat(lines.list).isEmpty();
        assertThat(refusals.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Refused 1 delivery to source shop: " + problem.status() + " " + problem.label()
                        + " (a detail)");
    }

    @Test
    void eachRefusalHasItsOwnLineForThoseWhoDebug() {
        LOG.setLevel(Level.DEBUG);
        for (int i = 0; i < 3; i++) {
            deliveries.refused(deliveries.begin(), "shop", new DeliveryProblem(Problem.UNDECIDED, "no key " + i));
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Delivery to source shop answered 503: undecided (no key 0)",
                        "Delivery to source shop answered 503: undecided (no key 1)",
                        "Delivery to source shop answered 503: undecided (no key 2)");
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    }

    private static Map<String, String> fields(String id, String type) {
        return Map.of("durahook.event.id", id, "durahook.event.type", type, "durahook.event.source", "shop");
    }

    private static WebhookEvent event(String id, String type) {
        return new WebhookEvent(id, "shop", type, Instant.EPOCH, Map.of(), null);
    }
}
