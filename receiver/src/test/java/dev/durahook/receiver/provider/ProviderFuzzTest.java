package dev.durahook.receiver.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.AnchoredTrust;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.provider.body.OutboundMessage;
import dev.durahook.receiver.provider.certificate.AwsSns;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.provider.token.Jwt;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.HostileRequest;
import dev.durahook.receiver.source.Readable;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.List;

/**
 * A provider's own verifier has a verdict for every request of a stranger and for every answer of a key server.
 *
 * <p>A normal build replays the inputs under {@code ProviderFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class ProviderFuzzTest {

    private static final List<Provider> PROVIDERS = Providers.all().toList();
    private static final List<Source> SOURCES = PROVIDERS.stream()
            .map(provider -> provider.source(provider.secret()))
            .toList();
    private static final List<Secret> KEYS = List.of(new Secret("It is a secret".getBytes(UTF_8)));
    private static final List<Provider> FETCHING =
            List.of(KeyProviders.sns("2"), KeyProviders.paypal(), KeyProviders.plaid("plaid"));
    private static final List<Delivery> GENUINE =
            FETCHING.stream().map(provider -> provider.sent().delivery()).toList();

    /** The first line names the provider, the second is the query, then a line for each header, and the body. */
    @FuzzTest(maxDuration = "5m")
    void request(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        int who = named(request.line());
        String url = Provider.URL + "?" + request.line();
        List<String> headers =
                PROVIDERS.get(who).sent().headers().keySet().stream().sorted().toList();
        Delivery delivery = request.delivery(headers).at(url);
        assertThat(SOURCES.get(who).verify(delivery)).isNotInstanceOf(Verified.class);
        Readable.check(SOURCES.get(who), delivery);
    }

    /** The text read from an XML message is not longer than the message: no entity is expanded. */
    @FuzzTest(maxDuration = "5m")
    void outboundMessage(byte[] sent) {
        try {
            OutboundMessage message = OutboundMessage.read(sent);
            assertThat(message.organization()).isNotNull();
            assertThat(SignedJson.of(message.json()).path("notifications").size())
                    .isPositive();
            assertThat(textsIn(SignedJson.of(message.json()))).isLessThanOrEqualTo(sent.length);
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void token(byte[] sent) {
        try {
            Jwt token = Jwt.of(new String(sent, UTF_8));
            token.keyId();
            token.text("payload_hash");
            token.issuedAt();
            token.notBefore();
            token.expiresAt();
            assertThat(token.secretOf(() -> KEYS)).isNegative();
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "5m")
    void form(byte[] sent) {
        try {
            Form form = Form.of(sent);
            assertThat(form.fields()).hasSizeLessThanOrEqualTo(Form.MAX_FIELDS);
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    /** The bytes that the server of a provider's keys answers. */
    @FuzzTest(maxDuration = "5m")
    void fetchedKey(byte[] sent) {
        for (int i = 0; i < FETCHING.size(); i++) {
            // Each run has a new verifier, because a failed fetch is remembered.
            Source asking = asking(FETCHING.get(i), sent);
            assertThat(asking.verify(GENUINE.get(i))).isNotInstanceOf(Verified.class);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void certificateAddress(byte[] sent) {
        AwsSns.CERTIFICATE.admit(new String(sent, UTF_8)).ifPresent(address -> {
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getAuthority()).matches("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");
        });
    }

    private static int textsIn(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().mapToInt(ProviderFuzzTest::textsIn).sum()
                : node.asText("").length();
    }

    // Any other text selects one of the providers as well.
    private static int named(String scheme) {
        for (int i = 0; i < PROVIDERS.size(); i++) {
            if (PROVIDERS.get(i).scheme().equals(scheme)) {
                return i;
            }
        }
        return Math.floorMod(scheme.hashCode(), PROVIDERS.size());
    }

    private static Source asking(Provider provider, byte[] fetched) {
        ExternalKeys externalKeys = new ExternalKeys((address, json) -> fetched, new AnchoredTrust(List.of()));
        String yaml = "shop: {scheme: %s, secrets: ['%s']}".formatted(provider.scheme(), provider.secret());
        return Declaration.source(yaml, Declaration.NOW, externalKeys);
    }
}
