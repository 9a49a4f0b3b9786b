package dev.durahook.signing.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates certificates with the JDK's keytool, because the JDK has no public API for that. */
final class Keytool {

    private static final String ALIAS = "made-up";

    private Keytool() {}

    /**
     * Creates a key and its certificate.
     *
     * @param names the names for which the certificate is issued
     */
    static CertifiedKey certified(String names) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("durahook-keys");
        Path file = folder.resolve("keys.p12");
        String password = UUID.randomUUID().toString();
        try {
            run(command(file, password, names));
            return read(file, password.toCharArray());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    // The certificate must be valid at any time that the clock of a test may show.
    private static List<String> command(Path file, String password, String names) {
        String options = "-genkeypair -storetype PKCS12 -keyalg RSA -keysize 2048 -startdate 2000/01/01 -validity 36500"
                + " -dname CN=" + ALIAS + " -alias " + ALIAS + " -keystore";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(file.toString(), "-storepass", password, "-ext", names));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = keytool.getInputStream().readAllBytes();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(new String(said, Charset.defaultCharset()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static CertifiedKey read(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return new CertifiedKey(
                (PrivateKey) store.getKey(ALIAS, password), (X509Certificate) store.getCertificate(ALIAS));
    }
}
