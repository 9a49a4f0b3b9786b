package dev.durahook.signing.keys;

import dev.durahook.signing.signer.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A private key and the certificate of its public half.
 *
 * @param key the private key
 * @param certificate the certificate
 */
record CertifiedKey(PrivateKey key, X509Certificate certificate) {

    private static final int LINE = 64;

    /** Creates a key and a certificate issued to these hosts. */
    static CertifiedKey forHosts(String... hosts) {
        String names = Stream.of(hosts).map(host -> "dns:" + host).collect(Collectors.joining(","));
        try {
            return Keytool.certified("san=" + names);
        } catch (IOException e) {
            throw new UncheckedIOException("keytool of this Java platform made no certificate", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keytool of this Java platform made no certificate", e);
        }
    }

    /** The certificate as a file in PEM. */
    byte[] pem() throws IOException {
        try {
            String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return Digests.utf8("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    /** Accepts this certificate and no other. */
    void check(List<X509Certificate> chain, Instant at) throws CertificateException {
        if (!chain.equals(List.of(certificate))) {
            throw new CertificateException("this is not the certificate that was made up for the test");
        }
    }

    @Override
    public String toString() {
        return "a key of " + certificate.getSubjectX500Principal();
    }
}
