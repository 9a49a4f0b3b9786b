package dev.durahook.receiver.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart;
import dev.durahook.receiver.identity.ExtractedEvent.MissingPart.Missing;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Deliveries;
import dev.durahook.receiver.source.Source;
import dev.durahook.workflows.EventId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdentifierTest {

    private static final String CLASSIC = "{\"event\": \"user_created\", \"data\": {\"id\": 123, \"name\": \"Alice\"}}";

    private static final String NOT_JSON = "the body is not JSON, or a field that identifies the event occurs twice";
    private static final List<MissingPart> NO_JSON =
            List.of(new MissingPart(Missing.ID, NOT_JSON), new MissingPart(Missing.TYPE, NOT_JSON));

    private final Source github = Declaration.source("github: {scheme: github, secrets: [x]}");
    private final Source stripe = Declaration.source("stripe: {scheme: stripe, secrets: [x]}");
    private final Source standard = Declaration.source("partner: {scheme: standard-webhooks, secrets: [AQID]}");

    @Test
    void githubIsNamedByItsDelivery() throws Exception {
        String body = """
                {"action": "opened", "pull_request": {"number": 12},
                 "repository": {"full_name": "octocat/Hello-World"}}""";
        Delivery delivery = Deliveries.of(
                body, "X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958", "X-GitHub-Event", "pull_request");

        assertThat(Deliveries.only(github, delivery))
                .isEqualTo(ExtractedEvents.of(
                        delivery,
                        EventId.of("github", "72d3162e-cc78-11e3-81ab-4c9367dc0958"),
                        "github.pull_request",
                        "pull_request opened · octocat/Hello-World #12",
                        "https://github.com/octocat/Hello-World/settings/hooks"));
    }

    @Test
    void githubWithoutAnAction() throws Exception {
        Delivery delivery = Deliveries.of(
                "{\"repository\": {\"full_name\": \"octocat/Hello-World\"}}",
                "X-GitHub-Delivery",
                "1",
                "X-GitHub-Event",
                "push");
        assertThat(Deliveries.only(github, delivery).summary()).isEqualTo("push · octocat/Hello-World");
    }

    @Test
    void githubWithBytesThatAreNotJson() throws Exception {
        byte[] bytes = {(byte) 0xff, 0, '{'};
        Delivery delivery = Deliveries.of(bytes, "X-GitHub-Delivery", "1", "X-GitHub-Event", "push");
        assertThat(Deliveries.only(github, delivery))
                .isEqualTo(ExtractedEvents.of(delivery, EventId.of("github", "1"), "github.push", "push"));
    }

    @Test
    void githubWithoutAnId() throws Exception {
        lacking(
                github,
                Deliveries.of("{}", "X-GitHub-Event", "push"),
                "github.push",
                new MissingPart(Missing.ID, "header X-GitHub-Delivery is missing, empty or sent more than once"));
    }

    @Test
    void githubWithTwoIds() throws Exception {
        lacking(
                github,
                Deliveries.of("{}", "X-GitHub-Event", "push", "X-GitHub-Delivery", "1", "X-GitHub-Delivery", "2"),
                "github.push",
                new MissingPart(Missing.ID, "header X-GitHub-Delivery is missing, empty or sent more than once"));
    }

    @Test
    void githubWithoutAType() throws Exception {
        ExtractedEvent event =
                Deliveries.only(github, Deliveries.of("{}", "X-GitHub-Delivery", "1", "X-GitHub-Event", " "));
        assertThat(event.id()).isEqualTo(EventId.of("github", "1"));
        assertThat(event.type()).isEqualTo("github.unidentified");
        assertThat(event.summary()).isEqualTo("unidentified");
        assertThat(event.missingParts())
                .containsExactly(new MissingPart(
                        Missing.TYPE, "header X-GitHub-Event is missing, empty or sent more than once"));
    }

    @Test
    void stripeIsNamedByItsId() throws Exception {
        String body = """
                {"id": "evt_1", "type": "charge.failed", "data": {"object": {"id": "ch_1", "object": "charge"}}}""";
        Delivery delivery = Deliveries.of(body);
        assertThat(Deliveries.only(stripe, delivery))
                .isEqualTo(ExtractedEvents.of(
                        delivery,
                        EventId.of("stripe", "evt_1"),
                        "stripe.charge.failed",
                        "charge.failed · charge ch_1",
                        "https://dashboard.stripe.com/events/evt_1"));
    }

    @Test
    void stripeWithoutAnId() throws Exception {
        lacking(
                stripe,
                Deliveries.of("{\"id\": {}, \"type\": \"x\"}"),
                "stripe.x",
                new MissingPart(Missing.ID, "the body has no text or integer at /id"));
    }

    @Test
    void stripeWithTwoIds() throws Exception {
        lacking(
                stripe,
                Deliveries.of("{\"id\": \"a\", \"id\": \"b\", \"type\": \"x\"}"),
                "stripe.x",
                new MissingPart(Missing.ID, NOT_JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'evt_1','type':'x','data':{'object':{'object':'charge','id':'1','id':'1'}}}",
                "{'id':'evt_1','type':'x','data':{'object':{'id':'1'}},'data':{'object':{'id':'2'}}}"
            })
    void aFieldThatIsOnlyShownHidesNothingIfItIsThereTwice(String body) throws Exception {
        ExtractedEvent event = Deliveries.only(stripe, Deliveries.of(body.replace('\'', '"')));

        assertThat(event.id()).isEqualTo(EventId.of("stripe", "evt_1"));
        assertThat(event.type()).isEqualTo("stripe.x");
        assertThat(event.summary()).isEqualTo("x");
        assertThat(event.missingParts()).isEmpty();
    }

    @Test
    void aTypeOrAnotherIdThatIsThereTwiceHidesNoId() throws Exception {
        Source source = Declaration.source("shop: {scheme: none, type: {pointer: /type}, id: {pointer: /id, "
                + "otherwise: [{body-hash: true, named-by: /at}]}}");
        ExtractedEvent event =
                Deliveries.only(source, Deliveries.of("{\"id\":1,\"type\":\"a\",\"type\":\"b\",\"at\":1,\"at\":2}"));

        assertThat(event.id()).isEqualTo(EventId.of("shop", "1"));
        assertThat(event.missingParts()).containsExactly(new MissingPart(Missing.TYPE, NOT_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "{\"id\": \"a\"} trailing"})
    void stripeWithoutJson(String body) throws Exception {
        lacking(stripe, Deliveries.of(body), "stripe.unidentified", NO_JSON.toArray(MissingPart[]::new));
    }

    @Test
    void idThatIsNotTextIsIgnored() throws Exception {
        ExtractedEvent event = Deliveries.only(stripe, Deliveries.of("{\"id\": \"\\ud83d\", \"type\": \"x\"}"));
        assertThat(event.namedBy()).isEqualTo(NamedBy.DELIVERY);
        assertThat(event.missingParts()).extracting(MissingPart::what).containsExactly(Missing.ID);
    }

    @Test
    void standardWebhooksAreNamedByTheirMessage() throws Exception {
        Delivery delivery = Deliveries.of("{\"type\": \"invoice.paid\"}", "webhook-id", "msg_1");
        assertThat(Deliveries.only(standard, delivery))
                .isEqualTo(ExtractedEvents.of(
                        delivery, EventId.of("partner", "msg_1"), "partner.invoice.paid", "invoice.paid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "not json", "{\"type\": 1.5}", "{\"type\": \"a\", \"type\": \"b\"}"})
    void standardWebhooksWithoutAType(String body) throws Exception {
        assertThat(Deliveries.only(standard, Deliveries.of(body, "webhook-id", "msg_1"))
                        .type())
                .isEqualTo("partner.received");
    }

    @Test
    void withoutASchemeTheSameBytesAreTheSameEvent() throws Exception {
        Source webhook = Declaration.source("webhook: {scheme: none}");
        Delivery delivery = Deliveries.of("anything");
        assertThat(Deliveries.only(webhook, delivery))
                .isEqualTo(ExtractedEvents.hashed(
                        delivery,
                        EventId.ofContent("webhook", "anything".getBytes(StandardCharsets.UTF_8)),
                        "webhook.received",
                        "received"));
    }

    @Test
    void classicTemplateIsNamedByItsBytes() throws Exception {
        Source webhook = Declaration.source("webhook: {scheme: none, type: {pointer: /event}}");
        Delivery delivery = Deliveries.of(CLASSIC);
        assertThat(Deliveries.only(webhook, delivery))
                .isEqualTo(ExtractedEvents.hashed(
                        delivery,
                        EventId.ofContent("webhook", CLASSIC.getBytes(StandardCharsets.UTF_8)),
                        "webhook.user_created",
                        "user_created"));
        assertThat(Deliveries.only(webhook, Deliveries.of("{}")).missingParts())
                .containsExactly(new MissingPart(Missing.TYPE, "the body has no text or integer at /event"));
    }

    @Test
    void anEmptyBodyHasNoHash() {
        assertThatExceptionOfType(UnidentifiedEventException.class)
                .isThrownBy(() -> Deliveries.only(Declaration.source("webhook: {scheme: none}"), Deliveries.of("")))
                .withMessage("no event id: the id is the hash of the body, and the body is empty");
    }

    @Test
    void sourceDeclaresWhereItsIdIs() throws Exception {
        Source own = Declaration.source(
                "github: {scheme: github, secrets: [x], id: {pointer: /hook_id}, type: {default: anything}}");
        Delivery delivery = Deliveries.of("{\"hook_id\": 7}");
        assertThat(Deliveries.only(own, delivery))
                .isEqualTo(ExtractedEvents.of(delivery, EventId.of("github", "7"), "github.anything", "anything"));
    }

    @Test
    void everyDeliveryIsANewEventIfTheSourceSaysSo() throws Exception {
        Source dropbox = Declaration.source("files: {scheme: dropbox, secrets: [x]}");
        Delivery delivery = Deliveries.of("{\"list_folder\":{\"accounts\":[\"dbid:1\"]}}");
        assertThat(Deliveries.only(dropbox, delivery).id())
                .isNotEqualTo(Deliveries.only(dropbox, delivery).id());
    }

    @Test
    void missingOptionalPartLeavesItsPlaceInTheIdEmpty() throws Exception {
        Source own = Declaration.source(
                "shop: {scheme: none, id: {pointer: /a, optional: [/b, /c]}, type: {default: anything}}");
        assertThat(Deliveries.only(own, Deliveries.of("{\"a\":1,\"b\":2}")).id())
                .isEqualTo(EventId.of("shop", "1:2:"));
        assertThat(Deliveries.only(own, Deliveries.of("{\"a\":1,\"c\":2}")).id())
                .isEqualTo(EventId.of("shop", "1::2"));
        lacking(
                own,
                Deliveries.of("{\"b\":1}"),
                "shop.anything",
                new MissingPart(Missing.ID, "the body has no text or integer at /a, /b, /c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id=", "id=1&id=2", "Id=1"})
    void formWithoutExactlyOneIdLacksIt(String form) throws Exception {
        Source own = Declaration.source("shop: {scheme: none, id: {pointer: /id}, type: {default: anything}}");
        assertThat(Deliveries.only(own, form("id=1")).id()).isEqualTo(EventId.of("shop", "1"));
        lacking(
                own,
                form(form),
                "shop.anything",
                new MissingPart(Missing.ID, "the form has no value in UTF-8, or several values, at /id"));
    }

    @Test
    void aRetryOfDocusignIsTheSameEvent() throws Exception {
        Source docusign = Declaration.source("contracts: {scheme: docusign, secrets: [x]}");
        String body = "{\"event\":\"envelope-sent\",\"retryCount\":0,\"generatedDateTime\":\"2026-11-24T09:00:00Z\","
                + "\"data\":{\"envelopeId\":\"e1\"}}";
        assertThat(Deliveries.only(docusign, Deliveries.of(body.replace("\"retryCount\":0", "\"retryCount\":3"))))
                .usingRecursiveComparison()
                .ignoringFields("delivery")
                .isEqualTo(Deliveries.only(docusign, Deliveries.of(body)));
        lacking(
                docusign,
                Deliveries.of("<DocuSignEnvelopeInformation/>"),
                "contracts.unidentified",
                NO_JSON.toArray(MissingPart[]::new));
    }

    @Test
    void theSameBodyUnderTwoTypesInAHeaderIsTwoEvents() throws Exception {
        Source source = Declaration.source("shop: {scheme: none, type: {header: X-Topic}}");
        EventId created = Deliveries.only(source, Deliveries.of("{}", "X-Topic", "order/created"))
                .id();
        EventId paid = Deliveries.only(source, Deliveries.of("{}", "X-Topic", "order/paid"))
                .id();
        EventId paidAgain = Deliveries.only(source, Deliveries.of("{}", "X-Topic", "order/paid"))
                .id();
        assertThat(created).isNotEqualTo(paid);
        assertThat(paidAgain).isEqualTo(paid);
    }

    @Test
    void aTypeIsMadeFitForALabel() throws Exception {
        Source source = Declaration.source("shop: {scheme: none, type: {header: X-Topic}}");
        assertThat(Deliveries.only(source, Deliveries.of("{}", "X-Topic", "order/created!"))
                        .type())
                .isEqualTo("shop.order_created_");
    }

    private static Delivery form(String body) {
        return Deliveries.of(body, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Checks that the event has this type, these missingParts and an ID that differs for each delivery. */
    private static void lacking(Source source, Delivery delivery, String type, MissingPart... missingParts)
            throws Exception {
        ExtractedEvent event = Deliveries.only(source, delivery);
        assertThat(event.namedBy()).isEqualTo(NamedBy.DELIVERY);
        assertThat(event.id()).isNotEqualTo(Deliveries.only(source, delivery).id());
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.missingParts()).containsExactly(missingParts);
    }
}
