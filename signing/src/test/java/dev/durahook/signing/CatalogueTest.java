package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.signing.keys.ProviderKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The receiver accepts the kit's signed deliveries, for every row of the catalogue. */
class CatalogueTest {

    private static final String NO_OPTIONAL_PARTS = ":*";
    private static final String MADE_BY_RECEIVER = "(sha256-[0-9a-f]{32}|[0-9a-f-]{36})";

    /** Schemes whose bodies repeat, and the general schemes as the test declares them. */
    private static final Set<String> EACH_DELIVERY = Set.of(
            "api-key", "basic", "bearer", "dropbox", "hubspot-v2", "plaid", "plaid-sandbox", "plivo-v3", "websub");

    private static final ProviderKeys OTHERS = ProviderKeys.generate();

    static Stream<String> rows() {
        return Receiving.CATALOGUE.names().stream();
    }

    // Plaid's key is the same for all of its customers.
    static Stream<String> shared() {
        return rows().filter(name -> !Receiving.scheme(name).signing().isUnsigned())
                .filter(name -> !name.startsWith("plaid"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isVerifiedWithTheRequestedIdAndType(String name) throws Exception {
        Sample sample = new Sample(name);
        ExtractedEvent event = onlyEvent(Receiving.source(name), sample.signed().toDelivery());

        assertThat(event.id().value())
                .matches(name + ":" + (sample.hasId() ? sample.id() + NO_OPTIONAL_PARTS : MADE_BY_RECEIVER));
        assertThat(event.type())
                .isEqualTo(name + "."
                        + (sample.hasType()
                                ? sample.type()
                                : sample.scheme().type().fallback()));
        assertThat(event.missingParts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isKnownWhenItIsDeliveredAgain(String name) throws Exception {
        Delivery delivery = new Sample(name).signed().toDelivery();
        ExtractedEvent event = onlyEvent(Receiving.source(name), delivery);

        assertThat(onlyEvent(Receiving.source(name), delivery).id().equals(event.id()))
                .isEqualTo(event.namedBy() != NamedBy.DELIVERY);
        assertThat(event.namedBy() == NamedBy.DELIVERY).isEqualTo(EACH_DELIVERY.contains(name));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isANewEventEachTimeIfOnlyTheSecretIsGiven(String name) throws Exception {
        Sample sample = new Sample(name);
        DeliveryBuilder builder = Deliveries.of(name).publicUrl(Receiving.URL).at(Receiving.NOW);
        Source source = Receiving.source(name);

        assertThat(onlyEvent(source, sample.signed(builder).toDelivery()).id())
                .isNotEqualTo(
                        onlyEvent(source, sample.signed(builder).toDelivery()).id());
    }

    // GitHub and Slack sign the form, Gitea and Gogs the JSON in it.
    @ParameterizedTest
    @ValueSource(strings = {"gitea", "github", "gogs", "slack-form"})
    void isVerifiedIfTheProviderSendsAForm(String name) throws Exception {
        String json = "{\"trigger_id\": \"17\", \"discount\": \"50 % + ü & more\"}";
        ProviderDelivery delivery = Deliveries.of(name)
                .at(Receiving.NOW)
                .body("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8))
                .signedWith(Receiving.secret(name));
        ExtractedEvent event = onlyEvent(Receiving.source(name), delivery.toDelivery());

        assertThat(delivery.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(event.delivery().body()).asString(StandardCharsets.UTF_8).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("shared")
    void isRejectedWhenSignedWithAnotherSecret(String name) {
        String another = SecretPair.of(name).sender();

        assertThat(Receiving.source(name)
                        .verify(new Sample(name).signed(another).toDelivery()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-sns", "paypal", "plaid", "plaid-sandbox"})
    void isNotVerifiedWhenTheReceiverFetchesOtherKeys(String name) {
        ProviderDelivery delivery = new Sample(name).builder().signedWith(Receiving.secret(name), OTHERS);

        assertThat(Receiving.source(name).verify(delivery.toDelivery())).isNotInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-sns", "paypal", "plaid", "plaid-sandbox"})
    void signerNeedsKeysIfOnlyTheProviderCanSign(String name) {
        assertThatThrownBy(() -> new Sample(name).builder().signedWith(Receiving.secret(name)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(Receiving.scheme(name).provider())
                .hasMessageContaining("ProviderKeys")
                .hasMessageNotContaining(Receiving.secret(name));
    }

    private static ExtractedEvent onlyEvent(Source source, Delivery delivery) throws Exception {
        Verified verified = (Verified)
                assertThat(source.verify(delivery)).isInstanceOf(Verified.class).actual();
        List<ExtractedEvent> events = source.events(verified.of(delivery));
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
