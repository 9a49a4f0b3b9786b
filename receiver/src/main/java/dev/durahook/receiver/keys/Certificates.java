package dev.durahook.receiver.keys;

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

/** Fetches certificates, and reads them. */
public final class Certificates {

    private static final int MAX_CHAIN = 10;

    // A 403 may be that of a proxy of ours, which lets nothing out, and a 400 may be Amazon's "too many requests".
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private Certificates() {}

    /**
     * The certificates at an address, that of the signer first.
     *
     * @throws NoSuchKeyException if the provider says that there are none, or answers with something else
     * @throws IOException if there is no answer that tells
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

    /** The certificates of a PEM file. */
    static List<X509Certificate> read(byte[] pem) throws NoSuchKeyException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : parsed(pem)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
            throw new NoSuchKeyException("the answer has not 1 to " + MAX_CHAIN + " certificates");
        }
        return List.copyOf(chain);
    }

    private static Collection<? extends Certificate> parsed(byte[] pem) throws NoSuchKeyException {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        } catch (CertificateException e) {
            throw new NoSuchKeyException("the answer is no certificate");
        }
    }
}
