package dev.durahook.receiver.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Certificates that the JDK's keytool makes when a test needs them: an authority, and certificates that it issued. */
public final class Keystore {

    public static final char[] PASSWORD = "changeit".toCharArray();

    private static final Keystore ONLY = new Keystore();

    private final Path file;

    private Keystore() {
        try {
            file = Files.createTempDirectory("durahook-keys").resolve("keys.p12");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        generate("authority", "authority.example", "-ext", "bc:c");
        issued("sns", "sns.amazonaws.com");
        issued("paypal", "messageverificationcerts.paypal.com");
        issued("localhost", "localhost");
        issued("somebody", "somebody.example.com");
        generate("pretender", "messageverificationcerts.paypal.com");
    }

    /** The keystore that all tests share, because making keys is slow. */
    public static Keystore shared() {
        return ONLY;
    }

    /** A certificate and its issuers, as a PEM file. */
    public byte[] pem(String alias) {
        StringBuilder pem = new StringBuilder();
        for (Certificate certificate : chain(alias)) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public X509Certificate authority() {
        return (X509Certificate) chain("authority").get(0);
    }

    public PrivateKey key(String alias) {
        try {
            return (PrivateKey) store().getKey(alias, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Certificate> chain(String alias) {
        try {
            return Arrays.asList(store().getCertificateChain(alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void issued(String alias, String name) {
        generate(alias, name, "-signer", "authority");
    }

    // The certificate is valid at the time of the tests' clock and at the time of the machine.
    private void generate(String alias, String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-startdate",
                "2023/01/01 00:00:00",
                "-validity",
                "20000"));
        command.addAll(List.of(more));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
