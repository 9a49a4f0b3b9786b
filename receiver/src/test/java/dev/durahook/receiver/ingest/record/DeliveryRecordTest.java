package dev.durahook.receiver.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart.Missing;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Receipt;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Stored;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.ingest.outcome.Problem;
import dev.durahook.receiver.source.Deliveries;
import dev.durahook.testsupport.LogLines;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.WebhookEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/**
 * A search of the log for an event's ID shows what the receiver did with the event, at a level that is on by default.
 */
class DeliveryRecordTest {

    @RegisterExtension
    final LogLines lines =
            LogLines.of("dev.durahook.receiver.deliveries").at(Level.INFO).ofOwnThread();

    @RegisterExtension
    final LogLines refusals =
            LogLines.of("dev.durahook.receiver.refusals").at(Level.INFO).ofOwnThread();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryRecord deliveries = new DeliveryRecord(meters, new SummaryLog(task -> {}));

    @AfterEach
    void noFieldIsLeft() {
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void storedEventsAreNamedOneByOne() {
        stored(
                receipt("1", "shop.a", true, NamedBy.ID, List.of()),
                receipt("2", "shop.b", false, NamedBy.ID, List.of()));

        assertThat(lines.messages()).containsExactly("Stored: shop:1 of type shop.a", "Known: shop:2 of type shop.b");
        assertThat(lines.events()).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
        assertThat(lines.events())
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(fields("shop:1", "shop.a"), fields("shop:2", "shop.b"));
    }

    @Test
    void eventsThatWereNotStoredAreNamedOneByOne() {
        List<WebhookEvent> missing = List.of(event("shop:1", "shop.a"), event("shop:2", "shop.b"));

        deliveries.refused(
                deliveries.begin(),
                "shop",
                DeliveryProblem.notStored(missing, List.of(), "unavailable", "2 of 3 events"));

        assertThat(lines.messages())
                .containsExactly(
                        "Not stored: shop:1 of type shop.a, answered 503: unavailable (2 of 3 events)",
                        "Not stored: shop:2 of type shop.b, answered 503: unavailable (2 of 3 events)");
        assertThat(lines.events()).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
        assertThat(lines.events())
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(fields("shop:1", "shop.a"), fields("shop:2", "shop.b"));
    }

    // The next delivery of these events finds them known. After a restore, the lines tell which events must be there.
    @Test
    void eventsThatWereStoredBesideOthersThatWereNotAreNamed() {
        List<WebhookEvent> missing = List.of(event("shop:2", "shop.b"));
        List<WebhookEvent> stored = List.of(event("shop:1", "shop.a"), event("shop:3", "shop.a"));

        deliveries.refused(
                deliveries.begin(), "shop", DeliveryProblem.notStored(missing, stored, "unavailable", "1 of 3 events"));

        assertThat(lines.messages())
                .containsExactlyInAnyOrder(
                        "Stored: shop:1 of type shop.a",
                        "Stored: shop:3 of type shop.a",
                        "Not stored: shop:2 of type shop.b, answered 503: unavailable (1 of 3 events)");
    }

    @Test
    void manyEventsThatWereNotStoredTakeFewLines() {
        List<WebhookEvent> missing = IntStream.range(0, 1_000)
                .mapToObj(number -> event("shop:" + number, "shop.a"))
                .toList();

        deliveries.refused(
                deliveries.begin(),
                "shop",
                DeliveryProblem.notStored(missing, List.of(), "unavailable", "1000 of 1000 events"));

        assertThat(lines.messages())
                .hasSize(11)
                .last()
                .isEqualTo("Not stored: 990 more events of the same delivery of source shop");
    }

    @Test
    void problemWithoutADetailIsLoggedWithoutOne() {
        lines.setLevel(Level.DEBUG);
        deliveries.refused(deliveries.begin(), "shop", DeliveryProblem.method(List.of("POST")));

        assertThat(lines.messages()).containsExactly("Delivery to source shop answered 405: method-not-allowed");
    }

    @Test
    void knownEventIsCountedByTheMemoryThatKnewIt() {
        stored(
                receipt("1", "shop.a", true, NamedBy.ID, List.of()),
                receipt("2", "shop.a", false, NamedBy.ID, List.of()),
                receipt("3", "shop.a", false, NamedBy.BODY_HASH, List.of()),
                receipt("4", "shop.a", false, NamedBy.BODY_HASH, List.of()));

        assertThat(duplicates("id")).isEqualTo(1);
        assertThat(duplicates("body-hash")).isEqualTo(2);
    }

    @Test
    void missingPartOfAnEventIsCountedEachTimeAndLoggedOnce() {
        MissingPart id = new MissingPart(Missing.ID, "header X-Id is missing, empty or sent more than once");
        MissingPart type = new MissingPart(Missing.TYPE, "the body has no text or integer at /type");
        stored(
                receipt("1", "shop.a", true, NamedBy.DELIVERY, List.of(id)),
                receipt("2", "shop.unidentified", true, NamedBy.DELIVERY, List.of(id, type)),
                receipt("3", "shop.a", true, NamedBy.DELIVERY, List.of(id)));

        assertThat(lines.events())
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "No id in shop:1 of type shop.a: header X-Id is missing, empty or sent more than once."
                                + " The event is stored anyway; further such events are counted by"
                                + " durahook.events.unidentified",
                        "No type in shop:2 of type shop.unidentified: the body has no text or integer at /type."
                                + " The event is stored anyway; further such events are counted by"
                                + " durahook.events.unidentified");
        assertThat(unidentified("id")).isEqualTo(3);
        assertThat(unidentified("type")).isEqualTo(1);
    }

    @Test
    void eventWithAnotherBodyIsCountedEachTimeAndLoggedOnce() {
        Receipt known = receipt("1", "shop.a", false, NamedBy.ID, List.of());
        Receipt changed = new Receipt(known.event(), new PreviouslyAccepted(true));
        stored(known, changed, changed);

        assertThat(lines.events())
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("shop:1 of type shop.a was delivered again with another body. The body that was stored"
                        + " first is processed; further such deliveries are counted by durahook.duplicates.changed");
        assertThat(meters.get("durahook.duplicates.changed")
                        .tag("source", "shop")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(duplicates("id")).isEqualTo(3);
    }

    private static Receipt receipt(
            String id, String type, boolean isNew, NamedBy namedBy, List<MissingPart> missingParts) {
        Delivery delivery = Deliveries.of("{}");
        return new Receipt(
                new ExtractedEvent(
                        EventId.of("shop", id),
                        type,
                        type,
                        null,
                        namedBy,
                        missingParts,
                        delivery,
                        null,
                        Map.of(),
                        null),
                isNew ? new Accepted() : new PreviouslyAccepted());
    }

    private void stored(Receipt... receipts) {
        deliveries.stored(deliveries.begin(), "shop", new Stored(List.of(receipts), "1"));
    }

    private double duplicates(String foundBy) {
        return meters.get("durahook.duplicates")
                .tags("source", "shop", "found_by", foundBy)
                .counter()
                .count();
    }

    private double unidentified(String missing) {
        return meters.get("durahook.events.unidentified")
                .tags("source", "shop", "missing", missing)
                .counter()
                .count();
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void deliveryWithoutAnIdIsLoggedOnce(Problem problem) {
        for (int i = 0; i < 1_000; i++) {
            deliveries.refused(deliveries.begin(), "shop", new DeliveryProblem(problem, "a detail"));
        }

        assertThat(lines.events()).isEmpty();
        assertThat(refusals.messages())
                .containsExactly("Refused 1 delivery to source shop: " + problem.status() + " " + problem.label()
                        + " (a detail)");
    }

    @Test
    void eachRefusalHasALineAtDebugLevel() {
        lines.setLevel(Level.DEBUG);
        for (int i = 0; i < 3; i++) {
            deliveries.refused(deliveries.begin(), "shop", new DeliveryProblem(Problem.UNDECIDED, "no key " + i));
        }

        assertThat(lines.messages())
                .containsExactly(
                        "Delivery to source shop answered 503: undecided (no key 0)",
                        "Delivery to source shop answered 503: undecided (no key 1)",
                        "Delivery to source shop answered 503: undecided (no key 2)");
        assertThat(lines.events()).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    }

    private static Map<String, String> fields(String id, String type) {
        return Map.of("durahook.event.id", id, "durahook.event.type", type, "durahook.event.source", "shop");
    }

    private static WebhookEvent event(String id, String type) {
        return new WebhookEvent(id, "shop", type, Instant.EPOCH, Map.of(), null);
    }
}
