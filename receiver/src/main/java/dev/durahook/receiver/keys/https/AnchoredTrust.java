package dev.durahook.receiver.keys.https;

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
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts certificates whose chain leads to one of the given roots. Revocation is not checked, because that would need
 * requests to further addresses.
 */
public final class AnchoredTrust implements Trust {

    private final Set<TrustAnchor> anchors;

    /**
     * Trusts these roots.
     *
     * @param roots certificates of certificate authorities
     */
    public AnchoredTrust(List<X509Certificate> roots) {
        this.anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }

    /** Trusts the roots of the Java platform. */
    public static AnchoredTrust ofPlatform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return new AnchoredTrust(Arrays.stream(factory.getTrustManagers())
                    .flatMap(AnchoredTrust::roots)
                    .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no trusted root certificates", e);
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

    // A file of certificates may end with the root itself, which must not be part of the validated path.
    private boolean isAnchor(X509Certificate certificate) {
        return anchors.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
    }

    private static Stream<X509Certificate> roots(TrustManager manager) {
        return manager instanceof X509TrustManager x509 ? Arrays.stream(x509.getAcceptedIssuers()) : Stream.empty();
    }
}
