package dev.durahook.receiver.keys;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Believes what a chain of certificates leads to. Revocation is not asked for: it would be a fetch to another address. */
public final class AnchoredTrust implements Trust {

    private final Set<TrustAnchor> anchors;

    /**
     * Believes these roots.
     *
     * @param roots certificates of authorities
     */
    public AnchoredTrust(List<X509Certificate> roots) {
        this.anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    /** Believes the roots that Java believes. */
    public static AnchoredTrust ofPlatform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return new AnchoredTrust(Arrays.stream(factory.getTrustManagers())
                    .flatMap(AnchoredTrust::roots)
                    .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no certificates to trust", e);
        }
    }

    @Override
    public void check(List<X509Certificate> chain, Instant at) throws GeneralSecurityException {
        List<X509Certificate> path = new LinkedHashSet<>(chain)
                .stream().filter(one -> !isAnchor(one)).toList();
        CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(path);
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
    }

    // A file may end with the root itself, which is no part of the path to it.
    private boolean isAnchor(X509Certificate certificate) {
        return anchors.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
    }

    private static java.util.stream.Stream<X509Certificate> roots(TrustManager manager) {
        return manager instanceof X509TrustManager x509
                ? Arrays.stream(x509.getAcceptedIssuers())
                : java.util.stream.Stream.empty();
    }
}
