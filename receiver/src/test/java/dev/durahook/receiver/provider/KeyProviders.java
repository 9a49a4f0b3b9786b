package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.base64Url;
import static dev.durahook.receiver.signature.Digests.bytes;

import dev.durahook.receiver.keys.https.AnchoredTrust;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** The providers whose keys are fetched. */
public final class KeyProviders {

    public static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders";
    public static final String SNS_CERTIFICATE =
            "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-7506a1e35b36ef5a.pem";
    public static final String PAYPAL_CERTIFICATE =
            "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";
    public static final String KEY_ID = "bfbd5111-8e33-4643-8ced-b2e642a72f3c";
    public static final String OTHER_KEY_ID = "6c5516e1-92dc-479e-a8ff-5a51992e0001";
    public static final String EXPIRED_KEY_ID = "6c5516e1-92dc-479e-a8ff-5a51992e0002";
    public static final KeyPair PLAID = pair();
    public static final KeyPair OTHER_PLAID = pair();
    public static final String BODY = "{\"id\":\"WH-1\",\"event_type\":\"PLAN.CREATED\",\"note\":\"5 € für Ämter\"}";

    private static final Keystore KEYS = Keystore.shared();

    private KeyProviders() {}

    public static Provider sns(String version) {
        return new Provider(
                "aws-sns",
                null,
                TOPIC,
                TOPIC + "2",
                65 * 60,
                List.of("Paid & packed", "m-1", "An order", "2023-11-14T22:13:20.000Z", ":orders"),
                topic -> sns(version, topic, "sns", SNS_CERTIFICATE),
                externalKeys("sns"));
    }

    public static Sent sns(String version, String topic, String signer, String address) throws Exception {
        return sns(version, topic, signer, address, "An order");
    }

    /** A message with this subject, and Amazon's signature. */
    public static Sent snsWithSubject(String subject) throws Exception {
        return sns("2", TOPIC, "sns", SNS_CERTIFICATE, subject);
    }

    private static Sent sns(String version, String topic, String signer, String address, String subject)
            throws Exception {
        String text = "Message\nPaid & packed\nSaid so: \"yes\"\nMessageId\nm-1\nSubject\n" + subject + "\n"
                + "Timestamp\n2023-11-14T22:13:20.000Z\nTopicArn\n" + topic + "\nType\nNotification\n";
        String signature = rsa(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA", signer, text);
        return new Sent(
                "",
                Map.of("x-amz-sns-message-type", "Notification"),
                """
                {"Type":"Notification","MessageId":"m-1","TopicArn":"%s","Subject":"%s",\
                "Message":"Paid & packed\\nSaid so: \\"yes\\"","Timestamp":"2023-11-14T22:13:20.000Z",\
                "SignatureVersion":"%s","Signature":"%s","SigningCertURL":"%s",\
                "UnsubscribeURL":"https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe"}""".formatted(topic, subject.replace("\n", "\\n"), version, signature, address),
                signature);
    }

    public static Sent snsConfirmation(String type, String topic, String address, String signer) throws Exception {
        String text = "Message\nConfirm\nMessageId\nm-1\nSubscribeURL\n" + address
                + "\nTimestamp\n2023-11-14T22:13:20.000Z\nToken\n2336412f37\nTopicArn\n" + topic + "\nType\n" + type
                + "\n";
        String signature = rsa("SHA256withRSA", signer, text);
        return new Sent("", Map.of(), """
                {"Type":"%s","MessageId":"m-1","TopicArn":"%s","Token":"2336412f37","Message":"Confirm",\
                "SubscribeURL":"%s","Timestamp":"2023-11-14T22:13:20.000Z",\
                "SignatureVersion":"2","Signature":"%s","SigningCertURL":"%s"}""".formatted(type, topic, address, signature, SNS_CERTIFICATE), signature);
    }

    public static Provider paypal() {
        return new Provider(
                "paypal",
                null,
                "96605875FF6516633",
                "1JE4291016473214C",
                3 * 86400,
                List.of(BODY),
                webhook -> paypal(webhook, "paypal"),
                externalKeys("paypal"));
    }

    public static Sent paypal(String webhook, String signer) throws Exception {
        CRC32 checksum = new CRC32();
        checksum.update(bytes(BODY));
        String signature =
                rsa("SHA256withRSA", signer, "t-1|2023-11-14T22:13:20Z|" + webhook + "|" + checksum.getValue());
        return new Sent(
                "",
                Map.of(
                        "PAYPAL-TRANSMISSION-ID", "t-1",
                        "PAYPAL-TRANSMISSION-TIME", "2023-11-14T22:13:20Z",
                        "PAYPAL-TRANSMISSION-SIG", signature,
                        "PAYPAL-CERT-URL", PAYPAL_CERTIFICATE,
                        "PAYPAL-AUTH-ALGO", "SHA256withRSA"),
                BODY,
                signature);
    }

    public static Provider plaid(String scheme) {
        return new Provider(
                scheme,
                null,
                "client:sesame",
                "client:other",
                300,
                List.of(BODY),
                // The key belongs to Plaid, so deliveries to other customers are signed with it as well.
                credential -> plaid(PLAID, KEY_ID),
                new ExternalKeys((address, json) -> plaidKey(new String(json)), (chain, at) -> {}));
    }

    public static Sent plaid(KeyPair key, String keyId) throws Exception {
        String token =
                Tokens.es256(key.getPrivate(), "{'alg':'ES256','kid':'" + keyId + "','typ':'JWT'}", plaidClaims());
        return new Sent("", Map.of("Plaid-Verification", token), BODY, token);
    }

    public static String plaidClaims() throws Exception {
        return "{'iat':%d,'request_body_sha256':'%s'}".formatted(Provider.NOW.getEpochSecond(), Tokens.hash(BODY));
    }

    public static ExternalKeys externalKeys(String certificate) {
        return new ExternalKeys((address, json) -> KEYS.pem(certificate), new AnchoredTrust(List.of(KEYS.authority())));
    }

    private static byte[] plaidKey(String question) throws IOException {
        if (!question.contains("sesame")) {
            throw plaidError(400, "INVALID_API_KEYS");
        }
        if (question.contains(EXPIRED_KEY_ID)) {
            return jwk(PLAID, EXPIRED_KEY_ID, "1600000000");
        }
        return question.contains(OTHER_KEY_ID) ? jwk(OTHER_PLAID, OTHER_KEY_ID, "null") : jwk(PLAID, KEY_ID, "null");
    }

    /** Plaid's answer to a request for an unknown key. */
    public static RefusedFetchException plaidError(int status, String code) {
        return new RefusedFetchException(
                status,
                bytes("{\"display_message\":null,\"error_code\":\"%s\",\"error_message\":\"\",\"request_id\":\"r\"}"
                        .formatted(code)));
    }

    private static byte[] jwk(KeyPair pair, String keyId, String expiry) {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return bytes("""
                {"key":{"alg":"ES256","created_at":1560466150,"crv":"P-256","expired_at":%s,"kid":"%s","kty":"EC",\
                "use":"sig","x":"%s","y":"%s"},"request_id":"r"}""".formatted(
                        expiry,
                        keyId,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY())));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return base64Url(fixed);
    }

    private static String rsa(String algorithm, String signer, String content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(KEYS.key(signer));
        signature.update(bytes(content));
        return base64(signature.sign());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
