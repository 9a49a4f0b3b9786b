package dev.durahook.receiver.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.scheme.Schemes;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the content over which a provider's signature is computed. */
class ProviderVerifierTest {

    private static final Schemes CATALOGUE = Schemes.load();

    static Stream<Provider> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void itIsSaidWithoutTheSecret(Provider provider) throws Exception {
        String described = described(provider);

        assertThat(described).isNotBlank();
        // The secret of this provider is a name that is signed.
        if (!provider.scheme().equals("aws-sns")) {
            assertThat(described).doesNotContain(provider.secret());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bird, HmacSHA256",
        "contentful, HmacSHA256",
        "messagebird, HmacSHA256",
        "twilio, HmacSHA1",
        "plivo-v2, HmacSHA256",
        "plivo-v3, HmacSHA256",
        "mailgun, HmacSHA256",
        "vonage-sig-hmac-sha256, HmacSHA256",
        "vonage-sig-hmac-sha512, HmacSHA512"
    })
    void descriptionIsTheContentThatTheProviderSigned(String scheme, String algorithm) throws Exception {
        for (Provider provider :
                Providers.all().filter(each -> each.scheme().equals(scheme)).toList()) {
            // With a shared key, Twilio names the algorithm.
            String used = provider.sent().headers().containsKey("X-Twilio-Webhooks-Signature-Settings")
                    ? "HmacSHA256"
                    : algorithm;
            Mac mac = Mac.getInstance(used);
            mac.init(new SecretKeySpec(provider.secret().getBytes(UTF_8), used));
            byte[] signature = mac.doFinal(content(provider));

            assertThat(provider.sent().signature())
                    .isIn(
                            Base64.getEncoder().encodeToString(signature),
                            HexFormat.of().formatHex(signature),
                            HexFormat.of().withUpperCase().formatHex(signature));
        }
    }

    // The description with the body in place of its name.
    private static byte[] content(Provider provider) throws Exception {
        byte[] body = provider.sent().delivery().body();
        String hash = new String(MessageDigest.getInstance("SHA-256").digest(body), ISO_8859_1);
        return new String(described(provider).getBytes(UTF_8), ISO_8859_1)
                .replace("<SHA-256 of the body>", hash)
                .replace("<body>", new String(body, ISO_8859_1))
                .getBytes(ISO_8859_1);
    }

    private static String described(Provider provider) throws Exception {
        Delivery delivery = provider.sent().delivery();
        String url = Provider.URL + provider.sent().query();
        return CATALOGUE.named(provider.scheme()).orElseThrow().verifier().described(delivery.at(url));
    }
}
