package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.workflows.EventId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The envelope of a delivery's events. */
class EnvelopeTest {

    private static final String NOTICE = "{'value':{'event':'ACCOUNT_VIOLATION'},'field':'account_update'}";

    private final Source whatsapp = Declaration.source("messages: {scheme: whatsapp, secrets: [x]}");

    @Test
    void theSameNoticeOfTwoAccountsIsTwoEvents() throws Exception {
        List<ExtractedEvent> events = events(entry("A", 1, NOTICE), entry("B", 1, NOTICE));

        assertThat(events).hasSize(2);
        assertThat(events.get(0).delivery().body())
                .isEqualTo(events.get(1).delivery().body());
        assertThat(events.get(0).id()).isNotEqualTo(events.get(1).id());
        assertThat(events)
                .extracting(ExtractedEvent::envelope)
                .containsExactly(
                        Map.of("/entry/id", "A", "/entry/time", "1"), Map.of("/entry/id", "B", "/entry/time", "1"));
    }

    @Test
    void theSameNoticeAtAnotherMomentIsAnotherEvent() throws Exception {
        assertThat(id(entry("A", 1, NOTICE))).isNotEqualTo(id(entry("A", 2, NOTICE)));
    }

    @Test
    void theSameNoticeAgainIsTheSameEvent() throws Exception {
        assertThat(id(entry("A", 1, NOTICE))).isEqualTo(id(entry("A", 1, NOTICE)));
        assertThat(events(entry("A", 1, NOTICE)).get(0).namedBy()).isEqualTo(NamedBy.BODY_HASH);
    }

    @Test
    void eventWithoutAnIdIsNewInEachDelivery() throws Exception {
        String entry = "{'id':'A','changes':[" + NOTICE + "]}";

        assertThat(id(entry)).isNotEqualTo(id(entry));
    }

    @Test
    void rootIsPartOfTheEnvelope() throws Exception {
        Source meta = Declaration.source("pages: {scheme: meta, secrets: [x]}");
        String entry = "'entry':[{'id':'1','time':1,'changes':[{'field':'feed'}]}]}";
        ExtractedEvent page = meta.events(json("{'object':'page'," + entry)).get(0);
        ExtractedEvent other =
                meta.events(json("{'object':'instagram'," + entry)).get(0);

        assertThat(page.envelope()).containsExactly(Map.entry("/object", "page"));
        assertThat(other.id()).isNotEqualTo(page.id());
    }

    // Each of a thousand events would be hashed together with a value of two megabytes.
    @Test
    void longValueIsReplacedByItsHash() throws Exception {
        Source meta = Declaration.source("pages: {scheme: meta, secrets: [x]}");
        String entry = "','entry':[{'id':'1','time':1,'changes':[{'field':'feed'}]}]}";
        String object = "x".repeat(5_000);
        ExtractedEvent page =
                meta.events(json("{'object':'" + object + "a" + entry)).get(0);
        ExtractedEvent other =
                meta.events(json("{'object':'" + object + "b" + entry)).get(0);

        assertThat(page.envelope().get("/object")).matches("sha256-[0-9a-f]{64}");
        assertThat(other.id()).isNotEqualTo(page.id());
    }

    @Test
    void anIdMayLeadToIt() throws Exception {
        Source source = Declaration.source("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X},"
                + " events: {pointer: /events, envelope: /batch}, id: {pointer: [/batch, /n]}, type: {default: a}}}");

        assertThat(source.events(json("{'events':[{'n':1,'batch':'inner'}],'batch':'b'}"))
                        .get(0)
                        .id()
                        .value())
                .isEqualTo("shop:b:1");
    }

    @Test
    void itTravelsAsFarAsItIsSmall() throws Exception {
        Source source = Declaration.source("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X},"
                + " events: {pointer: /events, envelope: [/a, /b, /c]}, id: {body-hash: true}, type: {default: a}}}");
        String large = "x".repeat(4_095);

        ExtractedEvent event = source.events(json("{'a':'" + large + "','b':'2','c':3,'events':[{}]}"))
                .get(0);
        ExtractedEvent other = source.events(json("{'a':'" + large + "y','b':'2','c':3,'events':[{}]}"))
                .get(0);

        assertThat(event.envelope()).isEqualTo(Map.of("/b", "2", "/c", "3"));
        assertThat(other.id()).isNotEqualTo(event.id());
    }

    @Test
    void aDeliveryWithoutItsListIsOneEvent() throws Exception {
        for (String body : List.of("{}", "no JSON", "{'entry':{}}", "{'entry':[],'entry':[]}")) {
            List<ExtractedEvent> events = whatsapp.events(json(body));

            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.position()).isNull();
                assertThat(event.delivery().body()).isEqualTo(json(body).body());
                assertThat(event.type()).isEqualTo("messages.unidentified");
                assertThat(event.missingParts()).extracting(MissingPart::what).contains(MissingPart.Missing.EVENTS);
            });
        }
    }

    @Test
    void anEntryWithoutItsListIsOneEventBesideTheOthers() throws Exception {
        List<ExtractedEvent> events = events("{'id':'A','time':1}", entry("B", 1, NOTICE));

        assertThat(events).extracting(ExtractedEvent::position).containsExactly(0, 1);
        assertThat(events)
                .extracting(event -> event.type())
                .containsExactly("messages.unidentified", "messages.account_update");
        assertThat(events.get(0).envelope()).containsEntry("/entry/id", "A");
    }

    @Test
    void noMoreAreTakenForBeingIncomplete() {
        Source source = Declaration.source("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X},"
                + " events: {pointer: [/a, /b], maximum: 2}, id: {pointer: /id}, type: {default: a}}}");
        String entries = IntStream.range(0, 3).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThatExceptionOfType(TooManyEventsException.class)
                .isThrownBy(() -> source.events(json("{'a':[" + entries + "]}")));
    }

    private List<ExtractedEvent> events(String... entries) throws Exception {
        return whatsapp.events(
                json("{'object':'whatsapp_business_account','entry':[" + String.join(",", entries) + "]}"));
    }

    private EventId id(String entry) throws Exception {
        return events(entry).get(0).id();
    }

    private static String entry(String account, int time, String change) {
        return "{'id':'" + account + "','time':" + time + ",'changes':[" + change + "]}";
    }

    private static Delivery json(String text) {
        return Deliveries.of(text.replace('\'', '"'));
    }
}
