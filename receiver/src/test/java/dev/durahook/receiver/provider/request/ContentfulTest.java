package dev.durahook.receiver.provider.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.provider.Provider;
import dev.durahook.receiver.provider.Sent;
import dev.durahook.receiver.signature.Digests;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contentful signs the headers that the delivery lists: genuine lists are verified, and attacks on them refused. */
class ContentfulTest {

    private static final String SECRET = "It is a secret";
    private static final String TIMESTAMP = Provider.NOW.toEpochMilli() + "";
    private static final String BODY = "{\"sys\":{\"id\":\"1\"}}";
    private static final String ID = "x-contentful-idempotency-key";
    private static final String TOPIC = "x-contentful-topic";

    private final Source source = Declaration.source(
            "shop: {scheme: contentful, secrets: ['%s'], public-url: '%s'}".formatted(SECRET, Provider.URL));

    @Test
    void aSignedKeyIsTheId() throws Exception {
        Delivery delivery = signed(Map.of(ID, "k1", TOPIC, "Entry.publish")).delivery();

        assertThat(event(delivery).id().value()).isEqualTo("shop:k1");
        assertThat(event(delivery).type()).isEqualTo("shop.Entry.publish");
    }

    @Test
    void unsignedKeyIsTheIdAsWell() throws Exception {
        Sent sent = signed(Map.of(TOPIC, "Entry.publish"));

        assertThat(event(sent.with(ID, "k1").delivery()).id().value()).isEqualTo("shop:k1");
        assertThat(event(sent.with(ID, "k2").delivery()).id().value()).isEqualTo("shop:k2");
    }

    @Test
    void withoutAKeyEachDeliveryIsAnEvent() throws Exception {
        Delivery delivery = signed(Map.of(TOPIC, "Entry.publish")).delivery();

        assertThat(event(delivery).namedBy()).isEqualTo(NamedBy.DELIVERY);
        assertThat(event(delivery).id()).isNotEqualTo(event(delivery).id());
    }

    @Test
    void unsignedTopicIsIgnored() throws Exception {
        Sent sent = signed(Map.of(ID, "k1"));

        assertThat(event(sent.with(TOPIC, "Entry.delete").delivery()).type()).isEqualTo("shop.received");
    }

    @Test
    void aSignedHeaderThatWasChangedOrLeftOutIsRefused() throws Exception {
        Sent sent = signed(Map.of(ID, "k1", TOPIC, "Entry.publish"));

        rejected(sent.with(ID, "k2").delivery(), Rejection.SIGNATURE_MISMATCH);
        rejected(sent.without(ID).delivery(), Rejection.SIGNATURE_MISSING);
        rejected(sent.repeating(ID), Rejection.SIGNATURE_MALFORMED);
    }

    @Test
    void aValueCannotGoOnWithAnotherHeader() throws Exception {
        Sent sent = signed(Map.of("x-contentful-webhook-name", "a;x-contentful-idempotency-key:k1"));

        rejected(sent.delivery(), Rejection.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x-contentful-timestamp",
                "x-contentful-signed-headers",
                "x-contentful-timestamp,x-contentful-signed-headers",
                "x-contentful-signed-headers,x-contentful-signed-headers,x-contentful-timestamp",
                "X-Contentful-Signed-Headers,X-Contentful-Timestamp"
            })
    void aListThatContentfulWouldNotWriteIsRefused(String list) throws Exception {
        Sent sent = signed(Map.of("x-contentful-signed-headers", list));

        rejected(sent.delivery(), Rejection.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, /",
        "https://example.com/a/b, /a/b",
        "https://example.com/a?, /a",
        "https://example.com/a%20b, /a%2520b",
        "https://example.com/a b, /a%20b",
        "https://example.com/ä!~*'(), /%C3%A4!~*'()",
        "https://example.com/a?b=1&c=d e, /a?b%253D1%2526c%253Dd%2520e"
    })
    void theAddressIsEncodedAsItsLibraryDoes(String url, String path) throws Exception {
        assertThat(ContentfulPath.of(url)).isEqualTo(path);
    }

    @Test
    void anAddressWithTwoQuestionMarksIsRefused() throws Exception {
        rejected(signed(Map.of()).withQuery("?a=1?b=2").delivery(), Rejection.SIGNATURE_MALFORMED);
    }

    private ExtractedEvent event(Delivery delivery) throws Exception {
        Verdict verdict = source.verify(delivery);
        assertThat(verdict).isInstanceOf(Verified.class);
        return source.events(((Verified) verdict).of(delivery)).get(0);
    }

    private void rejected(Delivery delivery, Rejection reason) {
        assertThat(source.verify(delivery))
                .isInstanceOfSatisfying(
                        Rejected.class, verdict -> assertThat(verdict.reason()).isEqualTo(reason));
    }

    private static Sent signed(Map<String, String> headers) throws Exception {
        TreeMap<String, String> sent = new TreeMap<>(headers);
        sent.put("x-contentful-timestamp", TIMESTAMP);
        sent.putIfAbsent(
                "x-contentful-signed-headers",
                String.join(",", names(sent, "x-contentful-signed-headers").keySet()));
        StringBuilder content = new StringBuilder("POST\n/webhooks/shop\n");
        sent.forEach(
                (name, value) -> content.append(name).append(':').append(value).append(';'));
        content.setCharAt(content.length() - 1, '\n');
        String signature = Digests.hex(Digests.sha256(Digests.bytes(SECRET), Digests.bytes(content.toString() + BODY)));
        sent.put("x-contentful-signature", signature);
        return new Sent("", sent, BODY, signature);
    }

    private static TreeMap<String, String> names(Map<String, String> headers, String further) {
        TreeMap<String, String> names = new TreeMap<>(headers);
        names.put(further, "");
        return names;
    }
}
