package dev.durahook.receiver.provider.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.FetchedKeys;
import dev.durahook.receiver.keys.KeyCheck;
import dev.durahook.receiver.keys.https.UrlRule;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.provider.content.UnverifiedReadLimit;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Verifies messages of Amazon SNS with the certificate whose address is in the message.
 *
 * <p>Anyone can create a topic, and SNS signs the messages of all topics, so the signature only means something
 * together with the topic's ARN.
 *
 * <p>The certificate comes without its issuers. It is trusted because it was fetched over HTTPS from exactly the host
 * of Amazon SNS.
 *
 * @param secrets the ARNs of the topics
 * @param freshness how long ago a message may have been published
 * @param certificates the fetched certificates
 */
record AwsSns(Secrets secrets, Freshness freshness, FetchedKeys<URI, SignerCertificate> certificates) implements Check {

    static final UrlRule CERTIFICATE = UrlRule.of(
            "sns\\.[a-z]{2,4}(-[a-z]+){1,2}-[0-9]{1,2}\\.amazonaws\\.(com|com\\.cn|eu)",
            "/SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem");

    // Regions that an account has to enable have the names with "signing"; China and GovCloud have names of their own.
    private static final Pattern SIGNER = Pattern.compile(
            "(sns(-signing)?(\\.[a-z0-9-]+)?|sns-(cn|us-gov)-[a-z]+-[0-9]{1,2})\\.amazonaws\\.(com|com\\.cn|eu)");
    private static final Duration KEPT = Duration.ofHours(12);

    AwsSns(VerifierInputs inputs) {
        this(inputs.secrets(), inputs.freshness(), SignerCertificate.fetched(inputs, KEPT));
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        SignedMessage message = UnverifiedReadLimit.read(() -> read(delivery));
        return certificates.verify(message.certificate(), message.check());
    }

    // The parsed JSON takes many times the body's size, and a delivery may wait seconds for its certificate.
    private SignedMessage read(Delivery delivery) throws NotVerifiedException {
        JsonNode message = SignedJson.of(delivery.body());
        String algorithm = algorithm(SignedJson.text(message, "SignatureVersion"));
        byte[] signature = SignerCertificate.signature(SignedJson.text(message, "Signature"));
        byte[] content = Hashes.utf8(SnsSignedContent.of(message));
        int topic = topic(message);
        freshness.check(TimestampUnit.RFC3339
                .parse(SignedJson.text(message, "Timestamp"))
                .orElseThrow(() -> Rejections.malformed("the Timestamp is not a valid time")));
        URI address = CERTIFICATE
                .admit(SignedJson.text(message, "SigningCertURL"))
                .orElseThrow(() -> Rejections.malformed("the SigningCertURL is not an address of Amazon SNS"));
        return new SignedMessage(address, certificate -> {
            certificate.check(
                    freshness.clock().instant(), name -> SIGNER.matcher(name).matches());
            if (!certificate.hasSigned(algorithm, content, signature)) {
                throw Rejections.mismatch("the signature does not match the message");
            }
            return topic;
        });
    }

    private int topic(JsonNode message) throws NotVerifiedException {
        String arn = SignedJson.text(message, "TopicArn");
        return Secrets.firstMatching(secrets.currentOrThrow(), topic -> Hashes.same(arn, topic.bytes()))
                .orElseThrow(() -> Rejections.mismatch("the message's topic is not declared under secrets"))
                .place();
    }

    private static String algorithm(String version) throws NotVerifiedException {
        return switch (version) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> throw Rejections.malformed("the SignatureVersion is neither 1 nor 2");
        };
    }

    /**
     * The parts of a message that are kept while it waits for its certificate.
     *
     * @param certificate the address of the certificate
     * @param check verifies the signature, and returns the place of the topic
     */
    private record SignedMessage(URI certificate, KeyCheck<SignerCertificate, Integer> check) {}
}
