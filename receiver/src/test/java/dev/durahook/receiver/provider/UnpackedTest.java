package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.body.LarkCipher;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.source.Shared;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The event is the content that was verified, even if the delivery packs it, and lacks the secret that verified it.
 */
class UnpackedTest {

    private static final String HIDDEN = "\"[hidden]\"";

    @Test
    void larkIsDecrypted() {
        assertThat(unpacked("lark")).startsWith("{\"id\":\"evt_1\"").endsWith("Ämter\"}");
    }

    @Test
    void braintreeIsTheXmlOfThePayload() {
        assertThat(unpacked("braintree")).isEqualTo("<notification>\n</notification>");
    }

    @Test
    void bodyOfTwilioIsUnchanged() {
        assertThat(unpacked("twilio")).startsWith("To=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":[{\"id\" : \"ä\",\"clientState\":%s , \"n\":1e2},{\"clientState\":%s}],\"clientState\":1}",
                "\uFEFF{ \"value\":[ {\"c\\u006CientState\" :\t%s,\"\":[{}]} ]}\n"
            })
    void stateOfMicrosoftGraphIsHiddenAndNothingElseChanges(String body) throws Exception {
        Provider graph = provider("ms-graph");
        Delivery sent = graph.sent()
                .withBody(body.replace("%s", "\"" + graph.secret() + "\""))
                .delivery();

        assertThat(unpacked(graph, sent)).isEqualTo(body.replace("%s", HIDDEN));
    }

    @Test
    void stateOfMicrosoftGraphThatOtherReadersWouldOverlookIsRefused() {
        Provider graph = provider("ms-graph");
        Sent twice = graph.sent().withBody("""
                {"value":[{"clientState":"%1$s","clientS\\u0074ate":"%1$s"}]}""".formatted(graph.secret()));
        // Jackson reads the overlong form of an "l", and others don't.
        byte[] overlong = twice.withBody(graph.sent().body().replaceFirst("clientState", "c??ientState"))
                .body()
                .getBytes(StandardCharsets.ISO_8859_1);
        int place = new String(overlong, StandardCharsets.ISO_8859_1).indexOf("??");
        overlong[place] = (byte) 0xC1;
        overlong[place + 1] = (byte) 0xAC;

        assertThat(graph.source(graph.secret()).verify(twice.delivery())).isInstanceOf(Rejected.class);
        assertThat(graph.source(graph.secret()).verify(twice.delivery().carrying(overlong)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void hashOfANotificationSurvivesAnotherState() throws Exception {
        Provider graph = provider("ms-graph");
        Source source = graph.source(graph.secret(), graph.otherSecret());
        String body = "{\"value\":[{\"clientState\":\"%s\",\"resourceData\":{\"@odata.etag\":\"W/1\"}}]}";

        assertThat(List.of(graph.secret(), graph.otherSecret())).allSatisfy(state -> {
            Delivery sent = graph.sent().withBody(body.formatted(state)).delivery();
            Verified verified = (Verified) source.verify(sent);
            assertThat(source.events(verified.of(sent)).get(0).id().value())
                    .isEqualTo("shop:sha256-b2b60dc9dee2eb1eb15509d337c48a74");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"e1\",\"token\": %s},\"event\":{\"token\":\"kept\"}}",
                "{\"uuid\":\"u1\", \"t\\u006fken\" : %s ,\"event\":{}}",
                "{\"token\":%s,\"token\":%s,\"header\":{},\"header\":{\"token\":%s}}",
                "{\"header\":{\"event_id\":\"e1\"}}"
            })
    void verificationTokenOfLarkIsHiddenAndNothingElseChanges(String event) throws Exception {
        Provider lark = provider("lark");
        Delivery sent = Providers.lark(event.replace("%s", "\"verification-token\""))
                .sent()
                .delivery();

        assertThat(unpacked(lark, sent)).isEqualTo(event.replace("%s", HIDDEN));
    }

    @Test
    void eventOfLarkThatIsNotJsonIsRefused() {
        Provider lark = Providers.lark("{\"token\":\"verification-token\",");

        assertThat(lark.source(lark.secret()).verify(lark.sent().delivery())).isInstanceOf(Rejected.class);
    }

    @Test
    void thePublicVectorOfLarkIsDecrypted() throws Exception {
        JsonNode vector = null;
        for (JsonNode one :
                new ObjectMapper().readTree(Shared.path("vectors/vectors.json").toFile())) {
            vector = one.path("scheme").asText().equals("lark-encrypted") ? one : vector;
        }
        byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
        assertThat(LarkCipher.decrypted(
                        body, KeyForm.TEXT.read(vector.path("secret").asText(), "")))
                .asString()
                .isEqualTo(vector.path("expected_plaintext").asText());
    }

    private static Provider provider(String scheme) {
        return Providers.all()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private static String unpacked(String scheme) {
        Provider provider = provider(scheme);
        return unpacked(provider, provider.sent().delivery());
    }

    private static String unpacked(Provider provider, Delivery sent) {
        Verified verified = (Verified) provider.source(provider.secret()).verify(sent);
        return new String(verified.of(sent).body(), StandardCharsets.UTF_8);
    }
}
