package dev.durahook.receiver.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads certificates that were fetched. */
public final class Certificates {

    private static final int MAX_CHAIN = 10;

    private Certificates() {}

    /**
     * The certificates of a PEM file, that of the signer first.
     *
     * @throws IOException if there is none, or something else is in there
     */
    public static List<X509Certificate> read(byte[] pem) throws IOException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : parsed(pem)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
            throw new IOException("the answer has not 1 to " + MAX_CHAIN + " certificates");
        }
        return List.copyOf(chain);
    }

    private static Collection<? extends Certificate> parsed(byte[] pem) throws IOException {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new IOException("the answer is no certificate", e);
        }
    }
}
