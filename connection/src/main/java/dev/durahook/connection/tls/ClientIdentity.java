package dev.durahook.connection.tls;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * The client certificate for mutual TLS with Temporal, and its private key. The two are checked to be a pair, because
 * TLS itself would fail only when Temporal asks for the certificate, without saying why.
 *
 * @param chain the certificate, followed by the intermediate certificates up to the authority
 * @param key the certificate's private key
 */
record ClientIdentity(List<X509Certificate> chain, PrivateKey key) {

    /** The algorithms of keys that Netty's BoringSSL offers to a server, with those of their signatures. */
    private static final Map<String, String> SIGNATURES = Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA");

    /**
     * Reads the certificate and the private key.
     *
     * @throws InvalidConfigurationException if one of the two can't be read, the key is not the certificate's, or TLS
     *     can't use the key's algorithm
     */
    static ClientIdentity of(Pem certificate, Pem key) {
        List<X509Certificate> chain = certificate.certificates();
        PublicKey publicKey = chain.get(0).getPublicKey();
        if (!SIGNATURES.containsKey(publicKey.getAlgorithm())) {
            throw InvalidConfigurationException.ofKey(
                    certificate.key(),
                    "has a key of the algorithm " + publicKey.getAlgorithm()
                            + ", with which this application can't"
                            + " authenticate itself",
                    "Use a certificate with a key of the algorithm RSA or EC.");
        }
        PrivateKey privateKey = key.privateKey(publicKey.getAlgorithm());
        if (!isPair(publicKey, privateKey)) {
            throw InvalidConfigurationException.ofKey(
                    key.key(),
                    "does not belong to " + certificate.key(),
                    "Use the certificate and the key that were issued together.");
        }
        return new ClientIdentity(chain, privateKey);
    }

    private static boolean isPair(PublicKey publicKey, PrivateKey privateKey) {
        byte[] anything = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(SIGNATURES.get(publicKey.getAlgorithm()));
            signature.initSign(privateKey);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
