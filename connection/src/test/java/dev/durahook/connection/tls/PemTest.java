package dev.durahook.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of private keys. */
class PemTest {

    // The key of an RSA pair of 2048 bits follows these bytes of its PKCS#8 form.
    private static final int BEFORE_PKCS1 = 26;
    private static final int COORDINATE = 32;

    @Test
    void keyInPkcs1IsReadAsOpensslWroteItUntilItsVersion3() throws GeneralSecurityException {
        PrivateKey key = rsa();
        byte[] whole = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(whole, BEFORE_PKCS1, whole.length);

        assertThat(pem("RSA PRIVATE KEY", pkcs1).privateKey("RSA").getEncoded()).isEqualTo(whole);
    }

    @Test
    void keyInSec1IsReadAsOpensslWritesIt() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
        String secret = String.format("%0" + 2 * COORDINATE + "x", key.getS());
        byte[] sec1 = HexFormat.of().parseHex("303102010104" + "20" + secret + "a00a06082a8648ce3d030107");

        PrivateKey read = pem("EC PRIVATE KEY", sec1).privateKey("EC");

        assertThat(((ECPrivateKey) read).getS()).isEqualTo(key.getS());
    }

    @Test
    void keyOfAnotherAlgorithmThanTheCertificatesIsRefused() throws GeneralSecurityException {
        Pem pem = pem("PRIVATE KEY", rsa().getEncoded());

        assertThatThrownBy(() -> pem.privateKey("EC"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("KEY_DATA holds no private key in PEM form for a certificate of the algorithm EC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n"
            })
    void keyWithAPasswordIsRefusedWithTheCommandThatRemovesIt(String text) {
        assertThatThrownBy(() -> pem(text).privateKey("RSA"))
                .isInstanceOfSatisfying(InvalidConfigurationException.class, failure -> {
                    assertThat(failure).hasMessage("KEY_DATA holds a private key with a password");
                    assertThat(failure.remedy()).contains("openssl pkcs8 -topk8 -nocrypt");
                });
    }

    @Test
    void fileThatIsTooLargeIsRefusedForItsSize(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("ca.pem"), new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> Pem.read("CA", file.toString(), null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("CA_PATH names a file that holds more than 1048576 bytes");
    }

    @Test
    void folderIsRefusedAsAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> Pem.read("CA", folder.toString(), null))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("CA_PATH names a file that is a folder");
    }

    private static PrivateKey rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return pair.getPrivate();
    }

    private static Pem pem(String type, byte[] content) {
        return pem("-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + type + "-----\n");
    }

    private static Pem pem(String text) {
        return Objects.requireNonNull(Pem.read("KEY", null, text.getBytes(StandardCharsets.UTF_8)));
    }
}
