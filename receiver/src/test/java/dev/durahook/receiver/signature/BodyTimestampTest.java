package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time that is signed with the body limits how long a captured delivery can be replayed. */
class BodyTimestampTest {

    private static final String SECRET = "lin_wh_secret";
    private static final String LINEAR = "shop: {scheme: linear, secrets: [" + SECRET + "]}";
    private static final long TOLERANCE = 8 * 3_600_000;
    private static final long NOW = Declaration.NOW.millis();

    @ParameterizedTest
    @ValueSource(longs = {0, TOLERANCE, -TOLERANCE})
    void timeWithinTheTolerance(long age) throws Exception {
        assertThat(verify(at(NOW - age))).isEqualTo(new Verified(0));
    }

    @Test
    void tooOldOrAhead() throws Exception {
        rejected(
                at(NOW - TOLERANCE - 1),
                Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                "timestamp 28800 s old, tolerance 28800 s");
        rejected(
                at(NOW - 2 * TOLERANCE),
                Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                "timestamp 57600 s old, tolerance 28800 s");
        rejected(
                at(NOW + TOLERANCE + 1),
                Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                "timestamp 28800 s ahead, tolerance 28800 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'webhookTimestamp':null}",
                "{'webhookTimestamp':''}",
                "{'webhookTimestamp':true}",
                "{'webhookTimestamp':{'value':1700000000000}}",
                "{'webhookTimestamp':[1700000000000]}",
                "{'webhookTimestamp':1700000000000.0}",
                "{'webhookTimestamp':17e11}",
                "{'WebhookTimestamp':1700000000000}",
                "[{'webhookTimestamp':1700000000000}]",
                "{'data':{'webhookTimestamp':1700000000000}}"
            })
    void missingOrElsewhere(String body) throws Exception {
        rejected(body, Rejection.TIMESTAMP_MISSING, "the body has no text or integer at /webhookTimestamp");
    }

    // Parsers differ in which of two times counts.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'webhookTimestamp':1600000000000,'webhookTimestamp':1700000000000}",
                "{'webhookTimestamp':1700000000000,'webhookTimestamp':1600000000000}",
                "{'webhookTimestamp':1700000000000,'webhookTimestamp':1700000000000}",
                "{'webhookTimestamp':null,'webhookTimestamp':1700000000000}",
                "{'webhookTimestamp':1700000000000}{}",
                "webhookTimestamp=1700000000000",
                "{'webhookTimestamp':1700000000000"
            })
    void namedTwiceOrNotJson(String body) throws Exception {
        rejected(
                body,
                Rejection.SIGNATURE_MALFORMED,
                "the body is not JSON, or has more than one timestamp at /webhookTimestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1700000000000", "170000000000000", "'+1700000000000'", "'2023-11-14T22:13:20Z'", "' 1'"})
    void ofAnotherForm(String timestamp) throws Exception {
        rejected(
                "{'webhookTimestamp':" + timestamp + "}",
                Rejection.SIGNATURE_MALFORMED,
                "the timestamp is not in milliseconds");
    }

    // Seconds where milliseconds are expected are in the year 1970.
    @Test
    void inAnotherUnit() throws Exception {
        assertThat(verify(at(NOW / 1000)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        verdict -> assertThat(verdict.reason()).isEqualTo(Rejection.TIMESTAMP_OUT_OF_TOLERANCE));
    }

    // The same time in each way to write it.
    @Test
    void numberAsText() throws Exception {
        assertThat(verify("{'webhookTimestamp':'" + NOW + "'}")).isEqualTo(new Verified(0));
        rejected(
                "{'webhookTimestamp':'" + (NOW - TOLERANCE - 1_000) + "'}",
                Rejection.TIMESTAMP_OUT_OF_TOLERANCE,
                "timestamp 28801 s old, tolerance 28800 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'webhookTimestamp':1}", "no JSON", "{'webhookTimestamp':1,'webhookTimestamp':1}"})
    void nothingOfItIsReadBeforeItIsVerified(String body) throws Exception {
        Delivery forged = delivery(body, "{'webhookTimestamp':1700000000000}");
        WayIn.refuses(Declaration.source(LINEAR), forged);
        assertThat(Declaration.source(LINEAR).verify(forged))
                .isEqualTo(new Rejected(Rejection.SIGNATURE_MISMATCH, "1 signature(s) match none of 1 secret(s)"));
    }

    @ParameterizedTest
    @CsvSource({"599, true", "601, false", "-601, false"})
    void theSourcesOwnTolerance(long age, boolean passes) throws Exception {
        Source patient = Declaration.source(LINEAR.replace("scheme: linear", "scheme: linear, tolerance: 10m"));
        assertThat(patient.verify(signed(at(NOW - age * 1000))) instanceof Verified)
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"2023-11-14T22:13:20Z, true", "2023-11-14T23:13:20+01:00, true", "2023-11-14T22:03:20Z, false"})
    void ofASchemeOfOnesOwn(String moment, boolean passes) throws Exception {
        Source own = Declaration.source("shop: {scheme: custom, secrets: [" + SECRET
                + "], id: {pointer: /id}, custom: {signature: {header: Linear-Signature, timestamp:"
                + " {pointer: /meta/sent, unit: rfc3339}}}}");
        assertThat(own.verify(signed("{'meta':{'sent':'" + moment + "'}}")) instanceof Verified)
                .isEqualTo(passes);
    }

    // A form is unpacked once it is verified. Only then can the time in it be read.
    @ParameterizedTest
    @CsvSource({
        "false, 2023-11-14T22:13:20Z, true",
        "true, 2023-11-14T22:13:20Z, true",
        "false, 2023-11-14T22:03:20Z, false",
        "true, 2023-11-14T22:03:20Z, false"
    })
    void inTheFieldOfAForm(boolean signsField, String moment, boolean passes) throws Exception {
        Source own = Declaration.source("shop: {scheme: custom, secrets: [" + SECRET
                + "], id: {pointer: /id}, custom: {form: {field: payload, signed: " + signsField
                + "}, signature: {header:"
                + " Linear-Signature, timestamp: {pointer: /sent, unit: rfc3339}}}}");
        String event = "{'sent':'" + moment + "'}";
        String form = "payload=" + URLEncoder.encode(event.replace('\'', '"'), StandardCharsets.UTF_8);

        Verdict verdict = own.verify(delivery(form, signsField ? event : form));

        assertThat(verdict instanceof Verified).as("%s", verdict).isEqualTo(passes);
        assertThat(verdict)
                .satisfiesAnyOf(
                        genuine -> assertThat(genuine)
                                .isInstanceOfSatisfying(
                                        Verified.class,
                                        verified -> assertThat(
                                                        verified.unpacked().body())
                                                .asString()
                                                .contains(moment)),
                        refused -> assertThat(refused)
                                .isInstanceOfSatisfying(
                                        Rejected.class,
                                        rejected -> assertThat(rejected.reason())
                                                .isEqualTo(Rejection.TIMESTAMP_OUT_OF_TOLERANCE)));
    }

    private static String at(long milliseconds) {
        return "{'action':'create','type':'Issue','webhookTimestamp':" + milliseconds + ",'data':{'id':'1'}}";
    }

    private static void rejected(String body, Rejection reason, String detail) throws Exception {
        WayIn.refuses(Declaration.source(LINEAR), signed(body));
        assertThat(verify(body)).isEqualTo(new Rejected(reason, detail));
    }

    private static Verdict verify(String body) throws Exception {
        return Declaration.source(LINEAR).verify(signed(body));
    }

    private static Delivery signed(String body) throws Exception {
        return delivery(body, body);
    }

    private static Delivery delivery(String body, String signed) throws Exception {
        byte[] content = Digests.bytes(signed.replace('\'', '"'));
        String signature = Digests.hex(Digests.sha256(Digests.bytes(SECRET), content));
        Headers headers = Headers.of(Map.of("Linear-Signature", List.of(signature), "Linear-Delivery", List.of("d-1")));
        return new Delivery("http://localhost/webhooks/shop", headers, Digests.bytes(body.replace('\'', '"')));
    }
}
