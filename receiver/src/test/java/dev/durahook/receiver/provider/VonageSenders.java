package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.hex;

import dev.durahook.receiver.provider.Provider.Signing;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Vonage's SMS API, with each method and each way of sending parameters. */
final class VonageSenders {

    private static final long NOW = Provider.NOW.getEpochSecond();
    private static final String CONTENT = "&messageId=m1&msisdn=491&text=a_b_ c&timestamp=" + NOW;

    private VonageSenders() {}

    static Stream<Provider> all() {
        return Stream.of(
                hmac("HmacSHA512", "sha512"),
                hmac("HmacSHA256", "sha256"),
                hmac("HmacSHA1", "sha1"),
                hmac("HmacMD5", "md5"),
                form(
                        "vonage-sig-md5",
                        secret -> hex(MessageDigest.getInstance("MD5").digest(bytes(CONTENT + secret)))),
                json());
    }

    private static Provider hmac(String algorithm, String name) {
        return form("vonage-sig-hmac-" + name, secret -> signature(algorithm, secret));
    }

    private static Provider form(String scheme, Computed computed) {
        return provider(scheme, List.of("m1", "491", "+c", "msisdn", String.valueOf(NOW)), secret -> {
            String signature = computed.of(secret);
            return new Sent(
                    "?messageId=m1&msisdn=491",
                    Map.of(),
                    "text=a%26b%3D+c&timestamp=" + NOW + "&sig=" + signature,
                    signature);
        });
    }

    private static Provider json() {
        return provider("vonage-sig-hmac-sha256", List.of("m1", "491", "a&b= c", "msisdn"), secret -> {
            String signature = signature("HmacSHA256", secret).toUpperCase(Locale.ROOT);
            return new Sent(
                    "",
                    Map.of(),
                    "{\"text\":\"a&b= c\",\"msisdn\":\"491\",\"messageId\":\"m1\",\"timestamp\":\"%d\",\"sig\":\"%s\"}"
                            .formatted(NOW, signature),
                    signature);
        });
    }

    private static Provider provider(String scheme, List<String> signed, Signing signing) {
        return new Provider(scheme, null, "It is a secret", "It is another", 300, signed, signing, null);
    }

    private static String signature(String algorithm, String secret) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(bytes(secret), algorithm));
        return hex(mac.doFinal(bytes(CONTENT)));
    }

    /** A signature of the parameters. */
    @FunctionalInterface
    private interface Computed {
        String of(String secret) throws Exception;
    }
}
