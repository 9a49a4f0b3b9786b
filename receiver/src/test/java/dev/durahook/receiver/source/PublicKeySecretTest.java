package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invalid public key stops the start, as an invalid secret does. */
class PublicKeySecretTest {

    // The point (1, 1), which does not solve the equation of P-256.
    private static final String OFF_P256 =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQ==";

    private static final String P384 = "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE";

    @ParameterizedTest
    @CsvSource({
        "telnyx, QUJD, 'has 3 bytes, but an Ed25519 public key has 32: copy the key again, as the provider shows it'",
        "discord, zz, 'is not valid hex: copy the secret again, as the provider shows it'",
        "standard-webhooks-ed25519, whpk_, 'is empty: with an empty secret, an attacker could sign deliveries'",
        "standard-webhooks-ed25519, whsec_C2FVsBQIhrscChlQIMV, 'is not valid base64: copy the secret again, as the provider"
                + " shows it'",
        "discord, 0200000000000000000000000000000000000000000000000000000000000000, 'is not a public key, because it is not"
                + " a point on the curve: copy the key again, as the provider shows it'",
        "discord, 0000000000000000000000000000000000000000000000000000000000000000, 'is a key for which an attacker could"
                + " guess signatures: copy the key again, as the provider shows it'",
        "discord, 0100000000000000000000000000000000000000000000000000000000000000, 'is a key for which an attacker could"
                + " guess signatures: copy the key again, as the provider shows it'",
        "discord, c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a, 'is a key for which an attacker could"
                + " guess signatures: copy the key again, as the provider shows it'",
        "sendgrid, " + OFF_P256
                + ", 'is not a public key, because it is not a point on the curve: copy the key again, as"
                + " the provider shows it'",
        "sendgrid, QUJD, 'is not a P-256 public key: copy the key again, as the provider shows it, without BEGIN and"
                + " END'",
        "sendgrid, " + P384 + ", 'is not a P-256 public key: copy the key again, as the provider shows it, without"
                + " BEGIN and END'"
    })
    void isNone(String scheme, String key, String complaint) {
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> Declaration.source("shop: {scheme: " + scheme + ", secrets: ['" + key + "']}"))
                .withMessageEndingWith("durahook.sources.shop.secrets[0] " + complaint + ".");
    }
}
