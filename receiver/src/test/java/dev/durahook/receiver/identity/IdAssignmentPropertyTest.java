package dev.durahook.receiver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Deliveries;
import dev.durahook.receiver.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Under each kind of rule, two deliveries have one ID if and only if the values that the rule names are the same: what
 * else differs makes no second event, and no two events become one.
 */
class IdAssignmentPropertyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Source HEADER = source("header: X-A");
    private static final Source POINTERS = source("pointer: [/a, /b]");
    private static final Source PARTS = source("parts: [X-A, /b], optional: [/c]");
    private static final Source HASH = source("body-hash: true, named-by: [X-A, X-B]");
    private static final Source TYPED_HASH =
            Declaration.source("shop: {scheme: none, id: {body-hash: true}, type: {header: X-A, default: received}}");

    /** The values of a delivery by which a rule may name its event, and one that no rule reads. */
    private record Sent(String a, String b, String c, String other) {

        Delivery delivery() {
            Map<String, List<String>> headers = new HashMap<>();
            headers.put("X-A", List.of(a));
            headers.put("X-B", List.of(b));
            headers.put("X-Other", List.of(other));
            return new Delivery("http://localhost/webhooks/shop", Headers.of(headers), body());
        }

        byte[] body() {
            ObjectNode body = MAPPER.createObjectNode();
            body.put("a", a).put("b", b).put("other", other);
            if (!c.isEmpty()) {
                body.put("c", c);
            }
            return body.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    @Property
    void aHeaderAloneNamesTheEvent(@ForAll("sent") Sent one, @ForAll("sent") Sent other) throws Exception {
        assertOneEventIf(one.a().equals(other.a()), HEADER, one.delivery(), other.delivery());
    }

    @Property
    void allPointersTogetherNameTheEvent(@ForAll("sent") Sent one, @ForAll("sent") Sent other) throws Exception {
        boolean same = one.a().equals(other.a()) && one.b().equals(other.b());
        assertOneEventIf(same, POINTERS, one.delivery(), other.delivery());
    }

    @Property
    void optionalPartNamesTheEventToo(@ForAll("sent") Sent one, @ForAll("sent") Sent other) throws Exception {
        boolean same = one.a().equals(other.a())
                && one.b().equals(other.b())
                && one.c().equals(other.c());
        assertOneEventIf(same, PARTS, one.delivery(), other.delivery());
    }

    @Property
    void bodyAndTheNamedHeadersNameTheEvent(
            @ForAll("sent") Sent one, @ForAll("sent") Sent other, @ForAll("bodies") byte[] body) throws Exception {
        boolean same = one.a().equals(other.a()) && one.b().equals(other.b());
        assertOneEventIf(
                same, HASH, one.delivery().carrying(body), other.delivery().carrying(body));
        assertOneEventIf(
                same && Arrays.equals(body, one.body()),
                HASH,
                one.delivery(),
                other.delivery().carrying(body));
    }

    @Property
    void bodyAndTheTypeInAHeaderNameTheEvent(
            @ForAll("sent") Sent one, @ForAll("sent") Sent other, @ForAll("bodies") byte[] body) throws Exception {
        assertOneEventIf(
                one.a().equals(other.a()),
                TYPED_HASH,
                one.delivery().carrying(body),
                other.delivery().carrying(body));
    }

    private static void assertOneEventIf(boolean same, Source source, Delivery one, Delivery other) throws Exception {
        assertThat(id(source, one).equals(id(source, other)))
                .as("%s and %s", id(source, one), id(source, other))
                .isEqualTo(same);
    }

    private static String id(Source source, Delivery delivery) throws Exception {
        ExtractedEvent event = Deliveries.only(source, delivery);
        assertThat(event.id().value()).hasSizeLessThanOrEqualTo(251).matches("shop:[!-~]+");
        assertThat(event.namedBy()).isNotEqualTo(NamedBy.DELIVERY);
        return event.id().value();
    }

    private static Source source(String id) {
        return Declaration.source("shop: {scheme: none, id: {" + id + "}, type: {default: received}}");
    }

    @Provide
    Arbitrary<Sent> sent() {
        return Combinators.combine(values(1), values(1), values(0), values(1)).as(Sent::new);
    }

    // Short, so that equal values are frequent; of characters that separate parts of an ID or escape them.
    private static Arbitrary<String> values(int shortest) {
        return Arbitraries.of("a", ":", "%", "3A", "25", "0A", "é", "sha256-")
                .list()
                .ofMinSize(shortest)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    // Such as begin like the lines that stand before a body when both are hashed.
    @Provide
    Arbitrary<byte[]> bodies() {
        return Combinators.combine(values(1), values(0), Arbitraries.of("", "\n"), values(0))
                .as((first, second, end, rest) ->
                        (first + "\n" + second + end + rest).getBytes(StandardCharsets.UTF_8));
    }
}
