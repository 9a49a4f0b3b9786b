package dev.durahook.connection;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificate that is shown to Temporal, and its key. Checked to be a pair: TLS would only fail, without saying why,
 * when Temporal asks for it.
 *
 * @param chain the certificate, and those between it and the authority
 * @param key the certificate's key
 */
record ClientIdentity(List<X509Certificate> chain, PrivateKey key) {

    /**
     * Reads a pair.
     *
     * @throws InvalidConnectionException if one of the two can't be read, or they don't belong together
     */
    static ClientIdentity of(Pem certificate, Pem key) {
        List<X509Certificate> chain = certificate.certificates();
        PublicKey publicKey = chain.get(0).getPublicKey();
        PrivateKey privateKey = key.privateKey(publicKey.getAlgorithm());
        if (!isPair(publicKey, privateKey)) {
            throw new InvalidConnectionException(
                    key.key(), "does not belong to " + certificate.key(), "Give the pair that was issued together.");
        }
        return new ClientIdentity(chain, privateKey);
    }

    private static boolean isPair(PublicKey publicKey, PrivateKey privateKey) {
        byte[] anything = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(algorithm(publicKey));
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

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
