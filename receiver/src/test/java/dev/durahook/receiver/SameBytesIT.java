package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.receiver.RawRequest.Answer;
import dev.durahook.testsupport.Shared;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genuine deliveries that were once mistaken for others, or refused: each has its workflow. */
@RequiresTemporal
class SameBytesIT {

    /** A time less than five minutes from the first case and from the last. */
    private static final Instant NOW = Instant.parse("2026-11-28T03:40:55Z");

    private static TemporalServer temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        Shared.cases();
        temporal = TemporalServer.start();
        String[] sources = Stream.of(
                        "slack.scheme=slack",
                        "slack.secrets=slack-secret-0123456789",
                        "shopify.scheme=shopify",
                        "shopify.secrets=shopify-secret-0123456789",
                        "zendesk.scheme=zendesk",
                        "zendesk.secrets=zendesk-secret-0123456789",
                        "hubspot.scheme=hubspot-v3",
                        "hubspot.secrets=hubspot-secret-0123456789",
                        "hubspot.public-url=https://hooks.example.com/webhooks/hubspot",
                        "woo.scheme=woocommerce",
                        "woo.secrets=woo-secret-0123456789",
                        "intercom.scheme=intercom",
                        "intercom.secrets=intercom-secret-0123456789",
                        "graph.scheme=ms-graph",
                        "graph.secrets=graph-client-state-0123456789",
                        "gitea.scheme=gitea",
                        "gitea.secrets=gitea-secret-0123456789",
                        "whatsapp.scheme=whatsapp",
                        "whatsapp.secrets=" + RunningReceiver.SECRET,
                        "bearer.scheme=bearer",
                        "bearer.secrets=bearer-token-0123456789",
                        "bearer.id.each-delivery=true")
                .map(property -> "--durahook.sources." + property)
                .toArray(String[]::new);
        receiver = RunningReceiver.at(NOW, temporal.target(), sources);
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @ParameterizedTest
    @CsvSource({"137, 138", "139, 140", "141, 142", "145, 146"})
    void ofTwoDeliveriesThatTheSenderNamesAreTwoEvents(String first, String second) throws Exception {
        Answer stored = send(first);
        Answer other = send(second);

        assertThat(stored.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.ids()).isNotEqualTo(stored.ids());
        assertStored(stored);
        assertStored(other);
        assertThat(send(first)).isEqualTo(again(stored));
        assertThat(send(second)).isEqualTo(again(other));
    }

    @ParameterizedTest
    @CsvSource({"143, 144", "147, 148"})
    void ofTwoDeliveriesThatNothingNamesAreTwoEvents(String first, String second) throws Exception {
        Answer stored = send(first);
        Answer other = send(second);

        assertThat(stored.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.ids()).isNotEqualTo(stored.ids());
        assertStored(stored);
        assertStored(other);
    }

    @Test
    void aHandlerReadsWhichShopDeletedAProduct() throws Exception {
        Answer answer = send("86");

        assertThat(answer.ids()).containsExactly("shopify:w1");
        assertThat(event("shopify:w1")).contains("\"x-shopify-shop-domain\":\"a.myshopify.com\"");
    }

    @Test
    void aNoticeOfSlackWithoutAnIdIsStoredOnce() throws Exception {
        Answer answer = send("80");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(type(answer)).containsExactly("slack.app_rate_limited");
        assertThat(send("80")).isEqualTo(again(answer));
    }

    @Test
    void aTestPingOfIntercomIsStored() throws Exception {
        Answer answer = send("203");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(type(answer)).containsExactly("intercom.ping");
    }

    @Test
    void oneBadEventRefusesNoOther() throws Exception {
        Answer answer = send("109");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(type(answer)).containsExactly("hubspot.contact.creation", "hubspot.contact.creation");
        assertThat(answer.ids()).first().isEqualTo("hubspot:9:2:3:4");
    }

    @Test
    void theSameNoticeOfTwoAccountsIsTwoEvents() throws Exception {
        JsonNode first = notice("A", 1);
        JsonNode other = notice("B", 1);

        assertThat(first.at("/status").asText()).isEqualTo("accepted");
        assertThat(other.at("/status").asText()).isEqualTo("accepted");
        assertThat(notice("A", 2).at("/status").asText()).isEqualTo("accepted");
        assertThat(notice("A", 1).at("/status").asText()).isEqualTo("previously_accepted");
        String id = other.at("/eventIds/0").asText();
        assertThat(event(id)).contains("\"envelope\":{\"/entry/id\":\"B\",\"/entry/time\":\"1\"}");
    }

    // WhatsApp signs as GitHub does.
    private static JsonNode notice(String account, int time) throws Exception {
        String body = "{\"entry\":[{\"id\":\"" + account + "\",\"time\":" + time
                + ",\"changes\":[{\"value\":{\"event\":\"DISABLED_UPDATE\"},\"field\":\"account_update\"}]}]}";
        HttpResponse<String> answer =
                receiver.sender().send("whatsapp", "any", "any", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static Answer send(String name) throws Exception {
        return RawRequest.of(name).sendTo(receiver.port());
    }

    private static void assertStored(Answer answer) {
        assertThat(type(answer)).hasSize(1);
    }

    /** The types of the stored workflows. */
    private static List<String> type(Answer answer) {
        return answer.ids().stream()
                .map(id -> temporal.workflows().describe(id).getType().getName())
                .toList();
    }

    private static String event(String workflowId) {
        return temporal.workflows()
                .history(workflowId)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput()
                .getPayloads(0)
                .getData()
                .toStringUtf8();
    }

    private static Answer again(Answer stored) {
        return new Answer(200, ((ObjectNode) stored.body().deepCopy()).put("status", "previously_accepted"));
    }
}
