package dev.durahook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Verdict.Rejected;
import dev.durahook.receiver.signature.Verdict.Verified;
import dev.durahook.receiver.source.CarriedEvent;
import dev.durahook.receiver.source.IdentifiedEvent;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kit signs, the receiver accepts: for every row of the catalogue that says how. */
class CatalogueTest {

    static Stream<String> rows() {
        return Receiving.CATALOGUE.names().stream()
                .filter(name -> Receiving.scheme(name).verifier() == null);
    }

    static Stream<String> signed() {
        return rows().filter(name -> Receiving.scheme(name).signature() != null);
    }

    static Stream<String> signedBodies() {
        return signed().filter(name -> Receiving.scheme(name).signature().signsBody());
    }

    static Stream<String> others() {
        return Receiving.CATALOGUE.names().stream()
                .filter(name -> Receiving.scheme(name).verifier() != null);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isVerifiedWithTheIdAndTypeThatWereAskedFor(String name) throws Exception {
        Scheme scheme = Receiving.scheme(name);
        Source source = Receiving.source(name);
        Delivery delivery = build(name, Receiving.secret(name)).toDelivery();

        assertThat(source.verify(delivery)).isInstanceOf(Verified.class);
        IdentifiedEvent event = onlyEvent(source, delivery);
        assertThat(event.id().value())
                .matches(name + ":" + (hasId(scheme) ? readId(scheme) : "(sha256-[0-9a-f]{64}|[0-9a-f-]{36})"));
        assertThat(event.type())
                .isEqualTo(name + "."
                        + (hasType(scheme) ? "order.paid" : scheme.type().fallback()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnotherEventEachTimeWhenNothingIsSaidButTheSecret(String name) throws Exception {
        Scheme scheme = Receiving.scheme(name);
        Source source = Receiving.source(name);
        DeliveryBuilder builder = Deliveries.of(name).publicUrl(Receiving.URL).at(Receiving.NOW);
        Delivery first = sign(builder, scheme, Receiving.secret(name)).toDelivery();
        Delivery second = sign(builder, scheme, Receiving.secret(name)).toDelivery();

        assertThat(source.verify(first)).isInstanceOf(Verified.class);
        assertThat(onlyEvent(source, first).id())
                .isNotEqualTo(onlyEvent(source, second).id());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void isRejectedWhenSignedWithAnotherSecret(String name) {
        String another = SharedSecret.of(Receiving.scheme(name)).sender();

        assertThat(Receiving.source(name).verify(build(name, another).toDelivery()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("signedBodies")
    void isRejectedWhenItsBodyIsChanged(String name) {
        Source source = Receiving.source(name);
        TestDelivery signed = build(name, Receiving.secret(name));
        byte[] other = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(source.verify(new TestDelivery(signed.url(), signed.headers(), other).toDelivery()))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatARowDoesNotSayIsRefused(String name) {
        assertThatThrownBy(() -> Deliveries.of(name).signedWith("x"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(Receiving.scheme(name).provider());
    }

    private static TestDelivery build(String name, String secret) {
        Scheme scheme = Receiving.scheme(name);
        DeliveryBuilder builder = Deliveries.of(name).to(Receiving.URL).at(Receiving.NOW);
        if (hasId(scheme)) {
            builder.withId(id(scheme));
        }
        if (hasType(scheme)) {
            builder.withType("order.paid");
        }
        return sign(builder, scheme, secret);
    }

    private static TestDelivery sign(DeliveryBuilder builder, Scheme scheme, String secret) {
        return scheme.isUnsigned() ? builder.unsigned() : builder.signedWith(secret);
    }

    private static IdentifiedEvent onlyEvent(Source source, Delivery delivery) throws Exception {
        List<CarriedEvent> events = source.events(delivery);
        assertThat(events).hasSize(1);
        return events.get(0).identity();
    }

    private static String id(Scheme scheme) {
        int parts = Math.max(1, scheme.id().pointer().size());
        return String.join(":", Collections.nCopies(parts, "evt_1"));
    }

    // What is part of the id and of the type is written for the type. No optional part is.
    private static String readId(Scheme scheme) {
        String required = scheme.id().pointer().isEmpty()
                ? "evt_1"
                : scheme.id().pointer().stream()
                        .map(pointer -> scheme.type().pointer().contains(pointer) ? "order.paid" : "evt_1")
                        .collect(Collectors.joining(":"));
        return required + ":".repeat(scheme.id().optional().size());
    }

    private static boolean hasId(Scheme scheme) {
        return !scheme.id().bodyHash() && !scheme.id().eachDelivery();
    }

    private static boolean hasType(Scheme scheme) {
        return !scheme.type().pointer().isEmpty() || !scheme.type().header().isEmpty();
    }
}
