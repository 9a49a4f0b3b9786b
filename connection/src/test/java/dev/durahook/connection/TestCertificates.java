package dev.durahook.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The certificates of an authority, a server and a client, made by the JDK's {@code keytool} for one test run. */
public final class TestCertificates {

    /** The only name that the server's certificate has. */
    public static final String SERVER_NAME = "temporal.test";

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    public static TestCertificates in(Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        certificates.generate("ca", "-ext", "bc:critical=ca:true");
        certificates.generate("server", "-signer", "ca", "-ext", "san=dns:" + SERVER_NAME);
        certificates.generate("client", "-signer", "ca");
        certificates.generate("stranger");
        for (String alias : List.of("ca", "server", "client", "stranger")) {
            certificates.export(alias);
        }
        return certificates;
    }

    /** Makes a client's certificate with another algorithm. */
    public void generateClient(String alias, String algorithm) throws Exception {
        generate(alias, List.of("-keyalg", algorithm), "-signer", "ca");
        export(alias);
    }

    public Path ca() {
        return folder.resolve("ca.pem");
    }

    public Path certificate(String alias) {
        return folder.resolve(alias + ".pem");
    }

    public Path key(String alias) {
        return folder.resolve(alias + ".key");
    }

    private void generate(String alias, String... more) throws IOException, InterruptedException {
        generate(alias, List.of("-keyalg", "EC", "-groupname", "secp256r1"), more);
    }

    private void generate(String alias, List<String> algorithm, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // A short-lived JVM: it starts in a third of the time.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Xshare:auto",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(algorithm);
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + output);
        }
    }

    private void export(String alias) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD);
        }
        write(key(alias), "PRIVATE KEY", keys.getKey(alias, PASSWORD).getEncoded());
        write(certificate(alias), "CERTIFICATE", keys.getCertificate(alias).getEncoded());
    }

    private static void write(Path file, String type, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }
}
