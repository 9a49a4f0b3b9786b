package dev.durahook.receiver.provider.certificate;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.keys.FetchedKeys;
import dev.durahook.receiver.keys.https.Trust;
import dev.durahook.receiver.keys.https.UrlRule;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Verifies PayPal's deliveries with the certificate whose address is in a header. PayPal signs the transmission's id
 * and time, the webhook's id and a checksum of the body. The checksum is not a cryptographic hash; the page in the row
 * of {@code schemes.yml} describes it.
 *
 * @param secrets the IDs of the webhooks
 * @param freshness how long ago the delivery may have been sent
 * @param trust decides which certificates are trusted
 * @param certificates the fetched certificates
 */
record PayPal(Secrets secrets, Freshness freshness, Trust trust, FetchedKeys<URI, SignerCertificate> certificates)
        implements Check {

    static final String SIGNATURE = "PAYPAL-TRANSMISSION-SIG";
    static final String ID = "PAYPAL-TRANSMISSION-ID";
    static final String TIME = "PAYPAL-TRANSMISSION-TIME";
    static final String ADDRESS = "PAYPAL-CERT-URL";
    static final String ALGORITHM = "PAYPAL-AUTH-ALGO";

    static final UrlRule CERTIFICATE =
            UrlRule.of("api(\\.sandbox)?\\.paypal\\.com", "/v1/notifications/certs/[A-Za-z0-9_-]{1,100}");

    private static final String RSA = "SHA256withRSA";
    private static final String SIGNER = "messageverificationcerts";
    private static final Duration KEPT = Duration.ofHours(12);

    PayPal(VerifierInputs inputs) {
        this(
                inputs.secrets(),
                inputs.freshness(),
                inputs.externalKeys().trust(),
                SignerCertificate.fetched(inputs, KEPT));
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        Headers headers = delivery.headers();
        String sent = HeaderElements.single(headers, SIGNATURE);
        String start = start(headers);
        if (!HeaderElements.single(headers, ALGORITHM).equals(RSA)) {
            throw Rejections.malformed("header " + ALGORITHM + " must be " + RSA);
        }
        URI address = CERTIFICATE
                .admit(HeaderElements.single(headers, ADDRESS))
                .orElseThrow(() ->
                        Rejections.malformed("header " + ADDRESS + " is not an address of PayPal's certificates"));
        Rejections.requireBody(delivery.body());
        byte[] signature = SignerCertificate.signature(sent);
        String end = "|" + checksum(delivery.body());
        List<Secret> webhooks = secrets.currentOrThrow();
        return certificates.verify(address, certificate -> {
            checkTrust(certificate, address);
            return matching(certificate, signature, webhooks, start, end);
        });
    }

    private String start(Headers headers) throws NotVerifiedException {
        String id = HeaderElements.single(headers, ID);
        String time = HeaderElements.single(headers, TIME);
        Instant signed = TimestampUnit.RFC3339
                .parse(time)
                .orElseThrow(() -> Rejections.malformed("header " + TIME + " is not a valid time"));
        freshness.check(signed);
        if (id.contains("|")) {
            throw Rejections.malformed("header " + ID + " contains a vertical bar, which separates the signed values");
        }
        return id + "|" + time + "|";
    }

    private void checkTrust(SignerCertificate certificate, URI address) throws NotVerifiedException {
        Instant now = freshness.clock().instant();
        certificate.check(now, address.getHost().replaceFirst("^api", SIGNER)::equals);
        try {
            trust.check(certificate.chain(), now);
        } catch (GeneralSecurityException e) {
            throw Rejections.mismatch("the signer's certificate was not issued by an authority that Java trusts");
        }
    }

    private static int matching(
            SignerCertificate certificate, byte[] signature, List<Secret> webhooks, String start, String end)
            throws NotVerifiedException {
        return Secrets.firstMatching(webhooks, webhook -> {
                    String content = start + new String(webhook.bytes(), StandardCharsets.UTF_8) + end;
                    return certificate.hasSigned(RSA, Hashes.utf8(content), signature);
                })
                .orElseThrow(
                        () -> Rejections.mismatch("the signature matches none of " + webhooks.size() + " webhook(s)"))
                .place();
    }

    private static String checksum(byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return String.valueOf(checksum.getValue());
    }
}
