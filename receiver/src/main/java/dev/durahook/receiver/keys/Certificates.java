package dev.durahook.receiver.keys;

import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.keys.https.NoSuchKeyException;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Fetches certificate chains and parses them. */
public final class Certificates {

    private static final int MAX_CHAIN = 10;

    // Only these statuses mean that there is no certificate: a 403 may come from the operator's own proxy, which blocks
    // the request, and a 400 may be Amazon's answer to too many requests.
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private Certificates() {}

    /**
     * The certificates at an address, the signer's first.
     *
     * @throws NoSuchKeyException if the provider has no such certificate, or its answer has no valid one
     * @throws IOException if the answer does not tell whether there is a certificate, or there is no answer
     */
    public static List<X509Certificate> at(URI address, Fetch fetch) throws IOException {
        try {
            return read(fetch.of(address, null));
        } catch (RefusedFetchException e) {
            throw NOT_THERE.contains(e.status())
                    ? new NoSuchKeyException("the provider has no such certificate: " + e.getMessage())
                    : e;
        }
    }

    /** The certificates in a PEM file. */
    static List<X509Certificate> read(byte[] pem) throws NoSuchKeyException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : parsed(pem)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
            throw new NoSuchKeyException("the answer must have 1 to " + MAX_CHAIN + " certificates");
        }
        return List.copyOf(chain);
    }

    private static Collection<? extends Certificate> parsed(byte[] pem) throws NoSuchKeyException {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new NoSuchKeyException("the answer is not a valid certificate");
        }
    }
}
