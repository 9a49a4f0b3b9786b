package dev.durahook.receiver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
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

/** The id of an event, for each kind of rule. */
class IdAssignmentTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void theFirstThatADeliveryHasNamesIt() throws Exception {
        Source source = source("header: X-Id, otherwise: [{pointer: /id}, {body-hash: true, named-by: /at}]");

        assertThat(id(source, Deliveries.of("{\"id\":1,\"at\":2}", "X-Id", "h")))
                .isEqualTo("shop:h");
        assertThat(id(source, Deliveries.of("{\"id\":1,\"at\":2}"))).isEqualTo("shop:1");
        assertThat(named(source, Deliveries.of("{\"at\":2}"))).isEqualTo(NamedBy.BODY_HASH);
        assertThat(named(source, Deliveries.of("{}"))).isEqualTo(NamedBy.DELIVERY);
    }

    @Test
    void aDeliveryThatTheRuleProvidesForLacksNothing() throws Exception {
        Source declared = source("pointer: /id, otherwise: [{each-delivery: true}]");
        Source undeclared = source("pointer: /id");

        assertThat(Deliveries.only(declared, Deliveries.of("{}")).missingParts())
                .isEmpty();
        assertThat(Deliveries.only(undeclared, Deliveries.of("{}")).missingParts())
                .hasSize(1);
    }

    @Test
    void partsInHeadersAndInTheBodyAreOneId() throws Exception {
        Source source = source("parts: [ce-source, ce-id, /tenant], optional: [X-Try, /n]");

        assertThat(id(source, Deliveries.of("{\"tenant\":\"t\"}", "ce-id", "1", "ce-source", "urn:a")))
                .isEqualTo("shop:urn%3Aa:1:t::");
        assertThat(id(
                        source,
                        Deliveries.of("{\"tenant\":\"t\",\"n\":4}", "ce-id", "a:1", "ce-source", "urn", "X-Try", "3")))
                .isEqualTo("shop:urn:a%3A1:t:3:4");
        assertThat(named(source, Deliveries.of("{\"tenant\":\"t\"}", "ce-id", "1")))
                .isEqualTo(NamedBy.DELIVERY);
    }

    @Test
    void aHashCoversTheHeaderThatMakesTheBodiesDiffer() throws Exception {
        Source source = source("body-hash: true, named-by: [X-Delivery, /at]");

        String first = id(source, Deliveries.of("{\"id\":42}", "X-Delivery", "d1"));
        assertThat(id(source, Deliveries.of("{\"id\":42}", "X-Delivery", "d1"))).isEqualTo(first);
        assertThat(id(source, Deliveries.of("{\"id\":42}", "X-Delivery", "d2"))).isNotEqualTo(first);
        assertThat(id(source, Deliveries.of("{\"id\":43}", "X-Delivery", "d1"))).isNotEqualTo(first);
        assertThat(named(source, Deliveries.of("{\"at\":1}"))).isEqualTo(NamedBy.BODY_HASH);
        assertThat(named(source, Deliveries.of("{\"id\":42}"))).isEqualTo(NamedBy.DELIVERY);
    }

    @Test
    void headerAndBodyCanNotBeMixedUpInTheHash() throws Exception {
        Source source = source("body-hash: true, named-by: X-Delivery");

        assertThat(id(source, Deliveries.of("b\nc", "X-Delivery", "a")))
                .isNotEqualTo(id(source, Deliveries.of("c", "X-Delivery", "a\nb")));
        assertThat(id(source, Deliveries.of("c", "X-Delivery", "a%0Ab")))
                .isNotEqualTo(id(source, Deliveries.of("c", "X-Delivery", "a\nb")));
    }

    @Test
    void aFieldOfAFormIsAtAPointer() throws Exception {
        Source source = source("pointer: [/CallSid, /a~1b]");

        assertThat(id(source, Deliveries.of("CallSid=CA1&a%2Fb=%C3%A4+x", "Content-Type", FORM)))
                .isEqualTo(EventId.of("shop", "CA1:ä x").value());
        assertThat(named(source, Deliveries.of("CallSid=CA1&CallSid=CA2&a%2Fb=1", "Content-Type", FORM)))
                .isEqualTo(NamedBy.DELIVERY);
    }

    @Test
    void theHeaderThatNoSchemeSignsDoesNotChangeTheIdOfAForm() throws Exception {
        Source id = source("pointer: /id");
        Source hash = source("body-hash: true, named-by: /id");
        String form = "type=t&id=formid1";

        for (Source source : List.of(id, hash)) {
            String first = id(source, Deliveries.of(form, "Content-Type", FORM));
            assertThat(id(source, Deliveries.of(form))).isEqualTo(first);
            assertThat(id(source, Deliveries.of(form, "Content-Type", "application/json")))
                    .isEqualTo(first);
            assertThat(id(source, Deliveries.of(form, "Content-Type", "multipart/form-data; boundary=x")))
                    .isEqualTo(first);
            assertThat(id(source, Deliveries.of(form, "Content-Type", FORM, "Content-Type", FORM)))
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "text/xml"})
    void aBodyThatIsNoFormHasNoField(String mediaType) throws Exception {
        Source source = source("pointer: /id");

        assertThat(named(source, Deliveries.of("{\"a\":1,\"id\":2,\"id\":3}&id=4", "Content-Type", mediaType)))
                .isEqualTo(NamedBy.DELIVERY);
        assertThat(named(source, Deliveries.of("<a href='/?x=1&id=4&y=1'/>", "Content-Type", mediaType)))
                .isEqualTo(NamedBy.DELIVERY);
    }

    @Test
    void formsWithIdsThatAreNotUtf8AreDifferentEvents() throws Exception {
        Source source = source("pointer: /id");

        assertThat(named(source, Deliveries.of("id=M%FCller-1&amount=1", "Content-Type", FORM)))
                .isEqualTo(NamedBy.DELIVERY);
        byte[] raw = "id=M\u00F6ller-1&amount=2".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(named(source, Deliveries.of(raw, "Content-Type", FORM))).isEqualTo(NamedBy.DELIVERY);
        assertThat(id(source, Deliveries.of("id=a&name=M%FCller-1", "Content-Type", FORM)))
                .isEqualTo("shop:a");
    }

    @Test
    void aTypeHasOtherPlacesToo() throws Exception {
        Source source = Declaration.source(
                "shop: {scheme: none, type: {pointer: /event/type, otherwise: [{header: X-Type}, {pointer: /type}]}}");

        assertThat(type(source, Deliveries.of("{\"event\":{\"type\":\"a\"},\"type\":\"b\"}", "X-Type", "h")))
                .isEqualTo("shop.a");
        assertThat(type(source, Deliveries.of("{\"type\":\"b\"}", "X-Type", "h")))
                .isEqualTo("shop.h");
        assertThat(type(source, Deliveries.of("{\"type\":\"b\"}"))).isEqualTo("shop.b");
        assertThat(type(source, Deliveries.of("{}"))).isEqualTo("shop.unidentified");
    }

    private static Source source(String id) {
        return Declaration.source("shop: {scheme: none, id: {" + id + "}}");
    }

    private static String id(Source source, Delivery delivery) throws Exception {
        return Deliveries.only(source, delivery).id().value();
    }

    private static NamedBy named(Source source, Delivery delivery) throws Exception {
        return Deliveries.only(source, delivery).namedBy();
    }

    private static String type(Source source, Delivery delivery) throws Exception {
        return Deliveries.only(source, delivery).type();
    }
}
