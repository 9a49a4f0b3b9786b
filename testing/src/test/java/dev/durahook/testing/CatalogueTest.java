package dev.durahook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.IdentifiedEvent;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.Schemes;
import dev.durahook.receiver.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kit signs, the receiver accepts: for every row of the catalogue. */
class CatalogueTest {

    private static final Schemes CATALOGUE = Schemes.load();

    static Stream<String> all() {
        return CATALOGUE.names().stream();
    }

    static Stream<String> signed() {
        return all().filter(name -> scheme(name).signature() != null);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isVerifiedWithTheIdAndTypeThatWereAskedFor(String name) throws Exception {
        Scheme scheme = scheme(name);
        Source source = Receiving.source(name, scheme, Receiving.secret(scheme, 1));
        TestDelivery delivery = build(name, scheme, 1);

        assertThat(source.verify(delivery.toDelivery())).isInstanceOf(Verified.class);
        IdentifiedEvent event = source.identify(delivery.toDelivery());
        assertThat(event.id().value()).matches(hasId(scheme) ? "shop:evt_1" : "shop:sha256-[0-9a-f]{64}");
        assertThat(event.type())
                .isEqualTo(
                        hasType(scheme)
                                ? "shop.order_paid"
                                : "shop." + scheme.type().fallback());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAcceptedWhenNothingIsSaidButTheSecret(String name) throws Exception {
        Scheme scheme = scheme(name);
        Source source = Receiving.source(name, scheme, Receiving.secret(scheme, 1));
        DeliveryBuilder builder = Deliveries.of(name).publicUrl(Receiving.URL).at(Receiving.NOW);
        TestDelivery first = sign(builder, scheme, 1);
        TestDelivery second = sign(builder, scheme, 1);

        assertThat(source.verify(first.toDelivery())).isInstanceOf(Verified.class);
        assertThat(source.identify(first.toDelivery()).id())
                .isNotEqualTo(source.identify(second.toDelivery()).id());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void isRejectedWhenSignedWithAnotherSecret(String name) {
        Scheme scheme = scheme(name);
        Source source = Receiving.source(name, scheme, Receiving.secret(scheme, 1));

        assertThat(source.verify(build(name, scheme, 2).toDelivery()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void isRejectedWhenItsBodyIsChanged(String name) {
        Scheme scheme = scheme(name);
        if (!scheme.signature().signsBody()) {
            return;
        }
        Source source = Receiving.source(name, scheme, Receiving.secret(scheme, 1));
        TestDelivery signed = build(name, scheme, 1);
        byte[] other = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(source.verify(new TestDelivery(signed.url(), signed.headers(), other).toDelivery()))
                .isInstanceOf(Rejected.class);
    }

    private static TestDelivery build(String name, Scheme scheme, int secret) {
        DeliveryBuilder builder = Deliveries.of(name).to(Receiving.URL).at(Receiving.NOW);
        if (hasId(scheme)) {
            builder.withId("evt_1");
        }
        if (hasType(scheme)) {
            builder.withType("order_paid");
        }
        return sign(builder, scheme, secret);
    }

    private static TestDelivery sign(DeliveryBuilder builder, Scheme scheme, int secret) {
        return scheme.signature() == null ? builder.unsigned() : builder.signedWith(Receiving.secret(scheme, secret));
    }

    private static boolean hasId(Scheme scheme) {
        return !scheme.id().bodyHash();
    }

    private static boolean hasType(Scheme scheme) {
        return scheme.type().pointer() != null || !scheme.type().header().isEmpty();
    }

    private static Scheme scheme(String name) {
        return CATALOGUE.named(name).orElseThrow();
    }
}
