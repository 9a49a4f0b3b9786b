package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.keys.https.AnchoredTrust;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of other parties, and addresses of other hosts. */
class CertificateAttacksTest {

    private final AtomicInteger fetches = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem",
                "https://evil.example/SimpleNotificationService-1.pem",
                "https://evil.example/?https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com@evil.example/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com:8443/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem?x=y",
                "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem#x",
                "https://sns.eu-central-1.amazonaws.com/../x/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem/../../x",
                "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-%2e.pem",
                "https://sns.eu-central-1.amazonaws.com/x.pem",
                "https://s3.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://bucket.s3.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com./SimpleNotificationService-1.pem",
                "https://SNS.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.eu-central-1.amazonaws.com:/SimpleNotificationService-1.pem",
                "https://sns..amazonaws.com/SimpleNotificationService-1.pem",
                "https://169.254.169.254/SimpleNotificationService-1.pem",
                "file:///etc/passwd",
                "jar:https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem!/x",
                "//sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https:\\\\\\\\sns.eu-central-1.amazonaws.com",
                "\\u0000"
            })
    void nothingIsFetchedFromAnotherAddress(String address) throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", address);
        assertThat(sns(sent, "sns")).isInstanceOf(Rejected.class);
        assertThat(fetches).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-1.pem",
                "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem",
                "https://sns.eusc-de-east-1.amazonaws.eu/SimpleNotificationService-1.pem"
            })
    void everyRegionHasAnAddress(String address) throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", address);
        assertThat(sns(sent, "sns")).isEqualTo(new Verified(0));
        assertThat(fetches).hasValue(1);
    }

    // The names by Region that the AWS SDK for Java expects: SnsHostProvider of its module sns-message-manager.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sns.amazonaws.com",
                "sns-signing.eu-south-1.amazonaws.com",
                "sns-signing.af-south-1.amazonaws.com",
                "sns-us-gov-west-1.amazonaws.com",
                "sns-cn-north-1.amazonaws.com.cn",
                "sns-cn-northwest-1.amazonaws.com.cn",
                "sns-signing.eusc-de-east-1.amazonaws.eu"
            })
    void everyRegionsSignerIsKnown(String name) throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, name, KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent, name)).isEqualTo(new Verified(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sns.example.com",
                "sns-signing.amazonaws.com.evil.example",
                "sns-evil.amazonaws.com",
                "evil-sns.amazonaws.com",
                "sns.eu-west-1.amazonaws.com.evil.example",
                "bucket.s3.amazonaws.com",
                "sns-signing.eu-west-1.amazonaws.eu.example"
            })
    void otherNamesAreNotSigners(String name) throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, name, KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent, name)).isInstanceOf(Rejected.class);
    }

    @Test
    void messageOfAnotherOwnersTopic() throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC + "9", "sns", KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent, "sns")).isInstanceOf(Rejected.class);
        assertThat(fetches).hasValue(0);
    }

    @Test
    void messageSignedWithAnotherOwnersCertificate() throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "another", KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent, "another")).isInstanceOf(Rejected.class);
        assertThat(sns(sent, "sns")).isInstanceOf(Rejected.class);
    }

    @Test
    void invalidVersionOfTheSignature() throws Exception {
        Sent sent = KeyProviders.sns("3", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent, "sns")).isInstanceOf(Rejected.class);
    }

    @Test
    void subjectMovedOutOfTheSignedContent() throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent.withBody(sent.body().replace("\"Subject\"", "\"subject\"")), "sns"))
                .isInstanceOf(Rejected.class);
        assertThat(sns(sent.withBody(sent.body().replace("\"An order\"", "null")), "sns"))
                .isInstanceOf(Rejected.class);
    }

    // With line breaks in the subject, the signed content of one message would be that of another one, too.
    @Test
    void subjectWithLineBreaks() throws Exception {
        Sent sent = KeyProviders.snsWithSubject("hi\nMessageId\nm-9");
        assertThat(reason(sns(sent, "sns"))).isEqualTo(Rejection.SIGNATURE_MALFORMED);
    }

    @Test
    void fieldSentTwice() throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        assertThat(sns(sent.withBody(sent.body().replace("{\"Type\"", "{\"MessageId\":\"m-2\",\"Type\"")), "sns"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void certificateThatCanNotBeFetchedDecidesNothing() throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        Verdict verdict = Declaration.source(
                        yaml("aws-sns", KeyProviders.TOPIC), Declaration.NOW, Provider.unreachable())
                .verify(sent.delivery());
        assertThat(verdict)
                .isEqualTo(new Undecided(Obstacle.KEY_UNAVAILABLE, "the key could not be fetched: no route"));
    }

    @Test
    void fetchedBytesAreNotACertificate() throws Exception {
        ExternalKeys page = new ExternalKeys((address, json) -> "<html>".getBytes(), (chain, at) -> {});
        assertThat(reason(snsOf(page))).isEqualTo(Rejection.KEY_UNKNOWN);
        assertThat(reason(paypalOf(page))).isEqualTo(Rejection.KEY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void missingCertificateIsNotOneOfTheProvider(int status) throws Exception {
        ExternalKeys answering = answering(status);
        assertThat(reason(snsOf(answering))).isEqualTo(Rejection.KEY_UNKNOWN);
        assertThat(reason(paypalOf(answering))).isEqualTo(Rejection.KEY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 401, 403, 407, 408, 425, 429, 500, 502, 503, 504})
    void anyOtherAnswerDecidesNothing(int status) throws Exception {
        ExternalKeys answering = answering(status);
        assertThat(snsOf(answering)).isInstanceOf(Undecided.class);
        assertThat(paypalOf(answering)).isInstanceOf(Undecided.class);
    }

    @Test
    void missingCertificateIsFetchedOnce() throws Exception {
        var source = Declaration.source(yaml("aws-sns", KeyProviders.TOPIC), Declaration.NOW, answering(404));
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        for (int i = 0; i < 10; i++) {
            assertThat(reason(source.verify(sent.delivery()))).isEqualTo(Rejection.KEY_UNKNOWN);
        }
        assertThat(fetches).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "AAA", "AA==\\n", "AB=="})
    void nothingIsFetchedForAMalformedSignature(String signature) throws Exception {
        Sent sns = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE)
                .signed(signature);
        assertThat(sns(sns, "sns")).isInstanceOf(Rejected.class);
        assertThat(paypal(KeyProviders.paypal("1", "paypal").signed(signature), "paypal"))
                .isInstanceOf(Rejected.class);
        assertThat(fetches).hasValue(0);
    }

    @Test
    void nothingIsFetchedForAnOldDelivery() throws Exception {
        InstantSource later = InstantSource.fixed(Declaration.NOW.instant().plus(Duration.ofDays(4)));
        ExternalKeys externalKeys = counting("paypal");
        assertThat(Declaration.source(yaml("paypal", "1"), later, externalKeys)
                        .verify(KeyProviders.paypal("1", "paypal").delivery()))
                .isInstanceOf(Rejected.class);
        assertThat(Declaration.source(yaml("aws-sns", KeyProviders.TOPIC), later, externalKeys)
                        .verify(KeyProviders.sns("2").sent(KeyProviders.TOPIC).delivery()))
                .isInstanceOf(Rejected.class);
        assertThat(fetches).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-sns", "paypal"})
    void aSecretHoldsUntilItsEndAlthoughTheCertificateIsThere(String scheme) throws Exception {
        boolean isSns = scheme.equals("aws-sns");
        Provider provider = isSns ? KeyProviders.sns("2") : KeyProviders.paypal();
        Instant end = Provider.NOW.plusSeconds(60);
        AtomicReference<Instant> now = new AtomicReference<>(end.minusMillis(1));
        String yaml =
                "shop: {scheme: %s, secrets: [{value: '%s', not-after: %s}]}".formatted(scheme, provider.secret(), end);
        var source = Declaration.source(yaml, now::get, counting(isSns ? "sns" : "paypal"));
        assertThat(source.verify(provider.sent().delivery())).isEqualTo(new Verified(0));
        now.set(end);
        assertThat(reason(source.verify(provider.sent().delivery()))).isEqualTo(Rejection.NO_VALID_SECRET);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void certificateThatHasExpired() throws Exception {
        ExternalKeys externalKeys = KeyProviders.externalKeys("paypal");
        InstantSource muchLater = InstantSource.fixed(Instant.parse("2079-01-01T00:00:00Z"));
        String yaml = yaml("paypal", "1").replace("}", ", tolerance: 30000d}");
        assertThat(Declaration.source(yaml, Declaration.NOW, externalKeys)
                        .verify(KeyProviders.paypal("1", "paypal").delivery()))
                .isEqualTo(new Verified(0));
        assertThat(Declaration.source(yaml, muchLater, externalKeys)
                        .verify(KeyProviders.paypal("1", "paypal").delivery()))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void certificateOfAnUntrustedIssuer() throws Exception {
        assertThat(paypal(KeyProviders.paypal("1", "pretender"), "pretender")).isInstanceOf(Rejected.class);
    }

    @Test
    void certificateIssuedToAnotherName() throws Exception {
        assertThat(paypal(KeyProviders.paypal("1", "another"), "another")).isInstanceOf(Rejected.class);
    }

    @Test
    void certificateOfTheSandboxForTheRealThing() throws Exception {
        Sent sent = KeyProviders.paypal("1", "paypal")
                .with("PAYPAL-CERT-URL", "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1");
        assertThat(paypal(sent, "paypal")).isInstanceOf(Rejected.class);
    }

    @Test
    void javaDoesNotTrustOurAuthority() throws Exception {
        ExternalKeys world =
                new ExternalKeys((address, json) -> Keystore.shared().pem("paypal"), AnchoredTrust.ofPlatform());
        assertThat(Declaration.source(yaml("paypal", "1"), Declaration.NOW, world)
                        .verify(KeyProviders.paypal("1", "paypal").delivery()))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1",
                "https://evil.example/v1/notifications/certs/CERT-1",
                "https://api.paypal.com/v1/notifications/certs/../../x",
                "https://api.paypal.com/v1/notifications/certs/a/b",
                "https://api-paypal.com/v1/notifications/certs/CERT-1",
                "http://api.paypal.com/v1/notifications/certs/CERT-1"
            })
    void nothingIsFetchedFromOtherHostsThanPayPals(String address) throws Exception {
        assertThat(paypal(KeyProviders.paypal("1", "paypal").with("PAYPAL-CERT-URL", address), "paypal"))
                .isInstanceOf(Rejected.class);
        assertThat(fetches).hasValue(0);
    }

    @Test
    void oneFetchForManyDeliveries() throws Exception {
        var source = Declaration.source(yaml("paypal", "1"), Declaration.NOW, counting("paypal"));
        for (int i = 0; i < 5; i++) {
            assertThat(source.verify(KeyProviders.paypal("1", "paypal").delivery()))
                    .isEqualTo(new Verified(0));
        }
        assertThat(fetches).hasValue(1);
    }

    private static Rejection reason(Verdict verdict) {
        return ((Rejected) verdict).reason();
    }

    private static Verdict snsOf(ExternalKeys externalKeys) throws Exception {
        Sent sent = KeyProviders.sns("2", KeyProviders.TOPIC, "sns", KeyProviders.SNS_CERTIFICATE);
        return Declaration.source(yaml("aws-sns", KeyProviders.TOPIC), Declaration.NOW, externalKeys)
                .verify(sent.delivery());
    }

    private static Verdict paypalOf(ExternalKeys externalKeys) throws Exception {
        return Declaration.source(yaml("paypal", "1"), Declaration.NOW, externalKeys)
                .verify(KeyProviders.paypal("1", "paypal").delivery());
    }

    private ExternalKeys answering(int status) {
        return new ExternalKeys(
                (address, json) -> {
                    fetches.incrementAndGet();
                    throw new RefusedFetchException(status);
                },
                (chain, at) -> {});
    }

    private Verdict sns(Sent sent, String certificate) {
        return Declaration.source(yaml("aws-sns", KeyProviders.TOPIC), Declaration.NOW, counting(certificate))
                .verify(sent.delivery());
    }

    private Verdict paypal(Sent sent, String certificate) {
        return Declaration.source(yaml("paypal", "1"), Declaration.NOW, counting(certificate))
                .verify(sent.delivery());
    }

    private ExternalKeys counting(String certificate) {
        ExternalKeys externalKeys = KeyProviders.externalKeys(certificate);
        return new ExternalKeys(
                (address, json) -> {
                    fetches.incrementAndGet();
                    return externalKeys.fetch().of(address, json);
                },
                externalKeys.trust());
    }

    private static String yaml(String scheme, String secret) {
        return "shop: {scheme: " + scheme + ", secrets: ['" + secret + "']}";
    }
}
