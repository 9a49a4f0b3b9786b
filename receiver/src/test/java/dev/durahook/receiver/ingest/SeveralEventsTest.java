package dev.durahook.receiver.ingest;

import static dev.durahook.receiver.ingest.Signed.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries that carry several events, over HTTP. */
class SeveralEventsTest {

    private static ReceiverOverHttp receiver;

    @BeforeAll
    static void startReceiver() {
        receiver = ReceiverOverHttp.of(
                own("shop", "events: {pointer: /events}, id: {pointer: /id}, type: {pointer: /type}"),
                own("list", "events: {maximum: 3}, id: {pointer: [/a, /b]}, type: {pointer: [/kind, /action]}"),
                own("nested", "events: {pointer: [/entry, /changes]}, id: {body-hash: true}, type: {pointer: /field}"),
                own(
                        "around",
                        "events: {pointer: [/entry, /changes], envelope: /entry/id}, id: {body-hash: true},"
                                + " type: {pointer: /field}"),
                own(
                        "soap",
                        "events: {pointer: /events}, id: {pointer: /id}, type: {default: sent},"
                                + " success: {media-type: text/xml, body: '<Ack>true</Ack>'}"),
                own("fair", "events: {pointer: /events}, id: {pointer: /id}")
                        .replace("secrets:", "priority: 4, fairness-key: \"{/shop}\", fairness-weight: 2, secrets:"),
                own("brackets", "id: {pointer: /id}, success: {status: 201, body: '[accepted]'}"),
                "slack-form: {scheme: slack-form, secrets: [" + SECRET + "]}");
    }

    @AfterAll
    static void stopReceiver() {
        receiver.close();
    }

    @BeforeEach
    void forget() {
        receiver.store().forget();
    }

    @Test
    void everyEventIsStoredAsTheBytesThatWereSentOfIt() throws Exception {
        HttpResponse<String> answer = post(
                "shop", "{\"live\":true,\"events\":[{\"id\":1, \"type\":\"a\"},\n{\"type\":\"b\",  \"id\":\"ä\"}]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).startsWith("{\"status\":\"accepted\",\"eventIds\":[\"shop:1\",\"shop:sha256-");
        List<NewEvent> events = stored();
        assertThat(events)
                .extracting(event -> new String(EventBody.bytes(event.body()), StandardCharsets.UTF_8))
                .containsExactly("{\"id\":1, \"type\":\"a\"}", "{\"type\":\"b\",  \"id\":\"ä\"}");
        assertThat(events).extracting(event -> event.event().type()).containsExactly("shop.a", "shop.b");
        assertThat(events).extracting(event -> event.event().position()).containsExactly(0, 1);
        assertThat(events).extracting(NewEvent::summary).containsExactly("a", "b");
    }

    @Test
    void eachEventIsStoredWithThePriorityOfItsSource() throws Exception {
        post("fair", "{\"events\":[{\"id\":1,\"shop\":\"a\"},{\"id\":2,\"shop\":\"b\"},{\"id\":3}]}");

        assertThat(stored())
                .extracting(NewEvent::priority)
                .containsExactly(
                        new TaskPriority(4, "a", 2f), new TaskPriority(4, "b", 2f), new TaskPriority(4, null, 2f));
    }

    @Test
    void theSameDeliveryAgainIs200() throws Exception {
        post("shop", shop("1", "2"));

        HttpResponse<String> again = post("shop", shop("1", "2"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"status\":\"previously_accepted\",\"eventIds\":[\"shop:1\",\"shop:2\"]}");
    }

    @Test
    void oneNewEventAmongKnownOnesIs202() throws Exception {
        post("shop", shop("1", "2"));

        HttpResponse<String> more = post("shop", shop("1", "2", "3"));

        assertThat(more.statusCode()).isEqualTo(202);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void aDeliveryIsNotAcknowledgedBeforeAllItsEventsAreStored() throws Exception {
        receiver.store().refuse("shop:2");

        HttpResponse<String> partly = post("shop", shop("1", "2", "3"));

        assertProblem(partly, 503, "not-stored");
        assertThat(partly.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(receiver.store().events).containsOnlyKeys("shop:1", "shop:3");
    }

    @Test
    void nextDeliveryStoresMissingEvents() throws Exception {
        receiver.store().refuse("shop:2");
        post("shop", shop("1", "2", "3"));
        receiver.store().refuse("nothing");

        HttpResponse<String> again = post("shop", shop("1", "2", "3"));

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(receiver.store().events).containsOnlyKeys("shop:1", "shop:3", "shop:2");
    }

    @Test
    void eventThatOccursTwiceIsStoredOnce() throws Exception {
        HttpResponse<String> answer = post("shop", shop("1", "1", "2"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"status\":\"accepted\",\"eventIds\":[\"shop:1\",\"shop:2\"]}");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void aListOfOneIsAListStill() throws Exception {
        assertThat(post("shop", shop("1")).body()).isEqualTo("{\"status\":\"accepted\",\"eventIds\":[\"shop:1\"]}");
    }

    @Test
    void nothingToStoreIs200() throws Exception {
        HttpResponse<String> answer = post("shop", shop());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"empty\",\"eventIds\":[]}");
        assertThat(stored()).isEmpty();
    }

    @Test
    void oneEventWithoutAnIdIsStoredBesideTheOthers() throws Exception {
        String body = "{\"events\":[{\"id\":1,\"type\":\"a\"},{\"type\":\"b\"},{\"id\":3}]}";

        assertThat(post("shop", body).statusCode()).isEqualTo(202);
        assertThat(stored())
                .extracting(event -> event.event().type())
                .containsExactly("shop.a", "shop.b", "shop.unidentified");
        assertThat(receiver.store().events).hasSize(3).containsKeys("shop:1", "shop:3");
    }

    @Test
    void onlyEventsWithoutAnIdAreProcessedAgain() throws Exception {
        String body = "{\"events\":[{\"id\":1,\"type\":\"a\"},{\"type\":\"b\"}]}";
        post("shop", body);

        assertThat(post("shop", body).statusCode()).isEqualTo(202);
        assertThat(stored()).extracting(event -> event.event().type()).containsExactly("shop.a", "shop.b", "shop.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"events\":{}}",
                "{\"events\":[{\"id\":1,\"type\":\"a\"}],\"events\":[]}",
                "{\"events\":[{\"id\" 1,\"type\":\"a\"}]}",
                "<events/>"
            })
    void aDeliveryWithoutItsListIsOneEvent(String body) throws Exception {
        HttpResponse<String> answer = post("shop", body);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).startsWith("{\"status\":\"accepted\",\"eventId\":\"shop:");
        assertThat(stored()).singleElement().satisfies(event -> {
            assertThat(EventBody.bytes(event.body())).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
            assertThat(event.event().type()).isEqualTo("shop.unidentified");
        });
    }

    @Test
    void tenThousandEventsAreTooMany() throws Exception {
        String body = "{\"events\":"
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"id\":" + i + ",\"type\":\"a\"}")
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";

        HttpResponse<String> answer = post("shop", body);

        assertProblem(answer, 413, "too-many-events");
        assertThat(answer.body()).contains("at most 1000 events are accepted in one delivery");
        assertThat(stored()).isEmpty();
    }

    @Test
    void asManyAsAreTakenAreStored() throws Exception {
        String[] ids = IntStream.range(0, 1_000).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(post("shop", shop(ids)).statusCode()).isEqualTo(202);
        assertThat(stored()).hasSize(1_000);
    }

    @Test
    void theBodyMayBeTheListAndSeveralValuesAnIdAndAType() throws Exception {
        HttpResponse<String> answer = post("list", """
                [{"a":"x:y","b":"z","kind":"payments","action":"paid"},{"a":"x","b":"y:z","kind":"k","action":"a"}]""");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(receiver.store().events).containsOnlyKeys("list:x%3Ay:z", "list:x:y%3Az");
        assertThat(stored())
                .extracting(event -> event.event().type())
                .containsExactly("list.payments.paid", "list.k.a");
    }

    @Test
    void schemeHasItsOwnMaximum() throws Exception {
        assertProblem(post("list", "[{},{},{},{}]"), 413, "too-many-events");
    }

    @Test
    void listsMayBeNested() throws Exception {
        HttpResponse<String> answer = post("nested", """
                {"entry":[{"changes":[{"field":"a"},{"field":"b"}]},{"changes":[]},{"changes":[{"field":"c"}]}]}""");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(stored())
                .extracting(event -> event.event().type())
                .containsExactly("nested.a", "nested.b", "nested.c");
        assertThat(stored()).extracting(event -> event.event().position()).containsExactly(0, 1, 2);
    }

    @Test
    void missingInnerListIsStoredAsUnidentified() throws Exception {
        assertThat(post("nested", "{\"entry\":[{\"changes\":[{\"field\":\"a\"}]},{}]}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(stored())
                .extracting(event -> event.event().type())
                .containsExactly("nested.a", "nested.unidentified");
    }

    @Test
    void handlersSeeTheEnvelopeOfAnEvent() throws Exception {
        post("around", "{\"entry\":[{\"id\":\"A\",\"changes\":[{\"field\":\"a\"}]}]}");

        assertThat(stored()).extracting(event -> event.event().envelope()).containsExactly(Map.of("/entry/id", "A"));
    }

    @Test
    void answerHasTheBodyThatTheProviderDemands() throws Exception {
        HttpResponse<String> first = post("soap", shop("1", "2"));
        HttpResponse<String> again = post("soap", shop("1", "2"));

        for (HttpResponse<String> answer : List.of(first, again)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
            assertThat(answer.body()).isEqualTo("<Ack>true</Ack>");
        }
    }

    @Test
    void aProviderDoesNotReadItBeforeAllIsStored() throws Exception {
        receiver.store().refuse("soap:2");

        HttpResponse<String> answer = post("soap", shop("1", "2"));

        assertProblem(answer, 503, "not-stored");
        assertThat(answer.body()).doesNotContain("Ack");
    }

    @Test
    void declaredStatusIsUsedForBothAnswers() throws Exception {
        assertThat(post("brackets", "{\"id\":1}").statusCode()).isEqualTo(201);
        HttpResponse<String> again = post("brackets", "{\"id\":1}");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo("[accepted]");
    }

    @Test
    void aSlashCommandOfSlackIsAnsweredWithNothingToRead() throws Exception {
        String body = "token=x&command=%2Fweather";
        String signature = "v0=" + Signed.hex("v0:" + Signed.NOW + ":" + body);

        HttpResponse<String> answer = receiver.post(
                "/webhooks/slack-form", body, "X-Slack-Request-Timestamp", Signed.NOW, "X-Slack-Signature", signature);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static List<NewEvent> stored() {
        return List.copyOf(receiver.store().events.values());
    }

    private static HttpResponse<String> post(String source, String body) throws Exception {
        return receiver.post("/webhooks/" + source, body, "X-Signature", Signed.hex(body));
    }

    private static String shop(String... ids) {
        return "{\"events\":"
                + List.of(ids).stream()
                        .map(id -> "{\"id\":" + id + ",\"type\":\"a\"}")
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String own(String name, String scheme) {
        return name + ": {scheme: custom, secrets: [" + SECRET + "], custom: {signature: {header: X-Signature}, "
                + scheme + "}}";
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:durahook:problem:" + type + "\"");
    }
}
