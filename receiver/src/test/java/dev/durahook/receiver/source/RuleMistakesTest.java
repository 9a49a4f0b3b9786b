package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid rules stop the start: rules of a scheme in the configuration, and rules that a source adds to its scheme. */
class RuleMistakesTest {

    @Test
    void ownSchemeMissing() {
        complaint("shop: {scheme: custom, secrets: [x]}").startsWith("durahook.sources.shop.custom is missing");
    }

    @Test
    void ownSchemeWithoutASignature() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {provider: Us}}")
                .startsWith("durahook.sources.shop.custom.signature is missing");
    }

    @Test
    void ownSchemeWithoutItsHeader() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {algorithm: hmac-sha1}}}")
                .startsWith("durahook.sources.shop.custom.signature has no header");
    }

    @Test
    void ownSchemeWithAHeaderThatCantBe() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: 'X-S:'}}}")
                .startsWith("durahook.sources.shop.custom.signature has a header with a name that no header can have");
    }

    @Test
    void ownSchemeUnderBothOfItsNames() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {provider: Us}, hmac: {provider: Us}}")
                .isEqualTo("durahook.sources.shop.hmac is the former name of custom, which is declared as well:"
                        + " remove hmac");
    }

    @Test
    void verifierUnknown() {
        complaint("shop: {scheme: custom, secrets: [x], id: {pointer: /id}, custom: {verifier: partner}}")
                .startsWith("durahook.sources.shop.custom.verifier is not a known verifier; use one of adyen, aws-sns,")
                .endsWith("or add a bean of type Verifier with this name");
    }

    @Test
    void ownSchemeBesideAnother() {
        complaint("shop: {scheme: stripe, secrets: [x], custom: {provider: Us}}")
                .startsWith("durahook.sources.shop.custom has no effect with scheme: stripe");
    }

    @Test
    void ownSchemeOfAnUnknownAlgorithm() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, algorithm: md4}}}")
                .startsWith("durahook.sources.shop.custom.signature.algorithm has an invalid value: use one of"
                        + " hmac-sha1, hmac-sha256, ");
    }

    @Test
    void ownSchemeThatSignsNothingOfTheBody() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, content: '{header:X-Id}'}}}")
                .startsWith("durahook.sources.shop.custom.signature has a content without {body}");
    }

    @Test
    void ownSchemeThatHashesWithoutTheSecret() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, algorithm: sha256}}}")
                .startsWith("durahook.sources.shop.custom.signature has a content without {secret}");
    }

    @Test
    void ownSchemeThatSignsAnUnknownPart() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, content: '{id}{body}'}}}")
                .startsWith("durahook.sources.shop.custom.signature has a content with {id}, which is not a known"
                        + " placeholder; use one of {body}");
    }

    @Test
    void ownSchemeWhoseTimestampIsNotSigned() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, timestamp: {header: T}}}}")
                .startsWith("durahook.sources.shop.custom.signature declares a timestamp that is not signed");
    }

    @Test
    void ownSchemeWithoutAPlaceForItsTimestamp() {
        complaint(
                        "shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, content: '{timestamp}{body}'}}}")
                .startsWith("durahook.sources.shop.custom.signature has a content with {timestamp}, but does not say"
                        + " where the timestamp is");
    }

    @Test
    void ownSchemeWhoseFormHasNoField() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, form: {signed: true}}}")
                .startsWith("durahook.sources.shop.custom.form must have a field");
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, form: {field: 'a=b'}}}")
                .startsWith("durahook.sources.shop.custom.form must have a field");
    }

    @Test
    void ownSchemeWithAFormAndAVerifier() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {verifier: twilio, form: {field: a}}}")
                .startsWith("durahook.sources.shop.custom has a form and a verifier");
    }

    @Test
    void typeAtAnInvalidPointer() {
        complaint("shop: {scheme: none, type: {pointer: type}}")
                .startsWith("durahook.sources.shop.type has an invalid pointer");
        complaint("shop: {scheme: none, type: {header: X-Type, otherwise: [{pointer: type}]}}")
                .contains("has an invalid pointer");
    }

    @Test
    void ownSchemeWhoseTimestampIsInTwoPlaces() {
        complaint(inBody("header: T, pointer: /at", "{timestamp}{body}"))
                .isEqualTo("durahook.sources.shop.custom.signature.timestamp must have either header or pointer, to"
                        + " say where the"
                        + " timestamp is");
        complaint(inBody("unit: rfc3339", "{body}"))
                .startsWith("durahook.sources.shop.custom.signature.timestamp must have either header or pointer");
        complaint(inBody("pointer: /at, prefix: t=", "{body}"))
                .startsWith("durahook.sources.shop.custom.signature.timestamp has a pointer and a separator or prefix");
    }

    @Test
    void ownSchemeWhoseTimestampIsKnownOnlyAfterItWasSigned() {
        complaint(inBody("pointer: /at", "{timestamp}.{body}"))
                .startsWith("durahook.sources.shop.custom.signature has a content with {timestamp}, but the timestamp"
                        + " in the body is read only after");
    }

    @Test
    void ownSchemeWhoseTimestampIsInABodyThatIsNotSigned() {
        complaint(inBody("pointer: /at", "{secret}', algorithm: equal, encoding: 'text"))
                .startsWith("durahook.sources.shop.custom.signature declares a timestamp in the body, which this"
                        + " algorithm does not sign");
    }

    @Test
    void ownSchemeWhoseTimestampLeadsNowhere() {
        complaint(inBody("pointer: at", "{body}"))
                .startsWith("durahook.sources.shop.custom.signature.timestamp has an invalid pointer");
    }

    @Test
    void idInTwoPlaces() {
        complaint("shop: {scheme: stripe, secrets: [x], id: {header: X, pointer: /id}}")
                .isEqualTo("durahook.sources.shop.id must have exactly one of header, pointer, parts, body-hash:"
                        + " true and each-delivery: true");
    }

    @Test
    void idOfOptionalPartsAlone() {
        complaint("shop: {scheme: stripe, secrets: [x], id: {body-hash: true, optional: /id}}")
                .startsWith("durahook.sources.shop.id has the key optional without pointer or parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pointer: /id, named-by: /at | has the key named-by without body-hash: true",
                "each-delivery: true, otherwise: [{pointer: /id}] | has a rule under otherwise that is never used",
                "body-hash: true, otherwise: [{pointer: /id}] | has a rule under otherwise that is never used",
                "pointer: /id, otherwise: [{pointer: /a, otherwise: [{pointer: /b}]}] | has the key otherwise"
                        + " inside otherwise",
                "header: X, otherwise: [{header: Y, pointer: /id}] | must have exactly one of header, pointer, parts",
                "parts: [X-Id, 'a b'] | has a part that is neither a header nor a pointer: use a header",
                "parts: [X-Id, /] | has an invalid pointer",
                "body-hash: true, named-by: 'a:b' | has a part that is neither",
                "header: 'X-Id:' | has a part that is neither",
                "header: Stripe-Signature | names a header that carries a signature or a credential",
                "pointer: /id, otherwise: [{header: authorization}] | names a header that carries a signature",
                "header: Cookie | names a header that carries a signature",
                "header: X_ApiKey | names a header that carries a signature"
            })
    void idOfNoRule(String id, String complaint) {
        complaint("shop: {scheme: stripe, secrets: [x], id: {" + id + "}}")
                .contains("shop.id")
                .contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default: a, otherwise: [{pointer: /id}] | has the key otherwise, but neither header nor pointer",
                "pointer: /a, otherwise: [{pointer: /b, default: c}] | has a rule under otherwise with more than"
                        + " header or pointer",
                "pointer: /a, otherwise: [{default: c}] | has a rule under otherwise with more than header or pointer",
                "header: stripe-signature | names a header that carries a signature or a credential"
            })
    void typeOfNoRule(String type, String complaint) {
        complaint("shop: {scheme: stripe, secrets: [x], type: {" + type + "}}")
                .startsWith("durahook.sources.shop.type")
                .contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "envelope: /a | has an envelope but no pointer",
                "pointer: [/a, /b], envelope: /a/b/c | has an envelope with a pointer into the event",
                "pointer: /a, envelope: b | has an invalid pointer"
            })
    void eventsOfNoRule(String events, String complaint) {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, events: {" + events + "}}}")
                .startsWith("durahook.sources.shop.custom.events")
                .contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "header: X-Id | pointer: /a | has a rule that reads only headers, which all events of a delivery have in common",
                "'parts: [X-Tenant, X-Id]' | pointer: /a | has a rule that reads only headers",
                "'pointer: /id, otherwise: [{header: X-Id}]' | pointer: /a | has a rule that reads only headers",
                "header: X-Id | media-type: application/batch+json | has a rule that reads only headers",
                "pointer: /id | 'pointer: /a, envelope: /id' | has a rule that reads only values around",
                "'parts: [X-Id, /b]' | 'pointer: /a, envelope: [/b, /c]' | has a rule that reads only values around",
                "pointer: /a/id | 'pointer: [/a, /b], envelope: /a/id' | has a rule that reads only values around"
            })
    void idThatAllEventsOfADeliveryHaveInCommon(String id, String events, String complaint) {
        complaint(several(id, events))
                .startsWith("durahook.sources.shop.custom.id " + complaint)
                .contains("only the first event of a delivery would be stored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'parts: [X-Id, /id]' | pointer: /a",
                "'parts: [X-Id], optional: /id' | pointer: /a",
                "header: X-Id | 'pointer: /a, maximum: 1'",
                "'header: X-Id, otherwise: [{pointer: /id}]' | media-type: application/batch+json",
                "'pointer: [/batch, /id]' | 'pointer: /a, envelope: /batch'",
                "'body-hash: true, named-by: X-Id, otherwise: [{each-delivery: true}]' | pointer: /a"
            })
    void idThatTellsTheEventsOfADeliveryApart(String id, String events) {
        Declaration.source(several(id, events));
    }

    @Test
    void sourceThatNamesTheDeliveriesOfASchemeWithSeveralEvents() {
        complaint("shop: {scheme: sendgrid, secrets: [x], id: {header: X-Request-Id}}")
                .startsWith("durahook.sources.shop.id has a rule that reads only headers");
    }

    private static String several(String id, String events) {
        return "shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, id: {%s}, events: {%s}}}"
                .formatted(id, events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "basic", "api-key", "custom"})
    void schemeThatFitsAnySenderWithoutAnId(String scheme) {
        String own = scheme.equals("custom") ? ", custom: {signature: {header: X}}" : "";
        complaint("shop: {scheme: " + scheme + ", secrets: [x]" + own + "}")
                .startsWith("durahook.sources.shop.id is missing")
                .contains("\n  id.header: X-Request-Id - ")
                .contains("\n  id.pointer: /id - ")
                .contains("\n  id.parts: [X-Tenant, /id] - ")
                .contains("\n  id.body-hash: true - ")
                .contains("\n  id.each-delivery: true - ");
        Declaration.source("shop: {scheme: " + scheme + ", secrets: [x], id: {pointer: /id}" + own + "}");
    }

    @ParameterizedTest
    @CsvSource({"id", "/", "/events/0"})
    void pointerLeadsNowhere(String pointer) {
        complaint("shop: {scheme: stripe, secrets: [x], id: {pointer: '" + pointer + "'}}")
                .startsWith("durahook.sources.shop.id has an invalid pointer");
    }

    @Test
    void typeInTwoPlaces() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {header: X, pointer: /id}}")
                .isEqualTo("durahook.sources.shop.type has a header and a pointer: remove one of them");
    }

    @Test
    void typeOfNothing() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {default: ' '}}")
                .startsWith("durahook.sources.shop.type has an empty default");
    }

    @Test
    void kindThatLacksAWord() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{matches: end, type: end}]}}")
                .startsWith("durahook.sources.shop.type.kinds[0] has no pointer");
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{pointer: /s, type: end}]}}")
                .startsWith("durahook.sources.shop.type.kinds[0] has no matches");
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{pointer: /s, matches: end}]}}")
                .startsWith("durahook.sources.shop.type.kinds[0] has no type");
    }

    @Test
    void kindOfMessageOfNoForm() {
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{pointer: /s, matches:"
                        + " '[', type: a}]}}")
                .startsWith(
                        "durahook.sources.shop.type.kinds[0] has a value of the key matches that is not a valid regular"
                                + " expression");
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{pointer: s, matches:"
                        + " a, type: a}]}}")
                .startsWith("durahook.sources.shop.type.kinds[0] has an invalid pointer");
        complaint("shop: {scheme: stripe, secrets: [x], type: {pointer: /t, kinds: [{pointer: /s, matches:"
                        + " a, type: ' '}]}}")
                .startsWith("durahook.sources.shop.type.kinds[0] has no type");
    }

    @Test
    void invalidSuccessStatus() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X}, success: {status: 302}}}")
                .startsWith("durahook.sources.shop.custom.success has an invalid status");
    }

    private static String inBody(String timestamp, String content) {
        return "shop: {scheme: custom, secrets: [x], id: {pointer: /id}, custom: {signature: {header: X, content:"
                + " '%s', timestamp: {%s}}}}".formatted(content, timestamp);
    }

    @Test
    void keyUnknownDeepDown() {
        complaint("shop: {scheme: custom, secrets: [x], custom: {signature: {header: X, encodings: hex}}}")
                .startsWith("durahook.sources.shop.custom.signature.encodings is not a known key: check its spelling");
    }
}
