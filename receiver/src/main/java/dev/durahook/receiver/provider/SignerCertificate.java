package dev.durahook.receiver.provider;

import dev.durahook.receiver.keys.Certificates;
import dev.durahook.receiver.keys.FetchedKeys;
import dev.durahook.receiver.signature.NotVerifiedException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;

/**
 * The certificate with whose key a provider signed.
 *
 * @param chain the certificate, then its issuers, as far as the provider shows them
 */
record SignerCertificate(List<X509Certificate> chain) {

    private static final int DNS_NAME = 2;

    /** Those of a source, each kept for a while. */
    static FetchedKeys<URI, SignerCertificate> fetched(Parts parts, Duration kept) {
        return new FetchedKeys<>(
                address -> new SignerCertificate(
                        Certificates.at(address, parts.outside().fetch())),
                kept);
    }

    /** Lets pass a certificate that is valid now and was issued to one of these names. */
    void check(Instant now, Predicate<String> name) throws NotVerifiedException {
        try {
            signer().checkValidity(Date.from(now));
        } catch (GeneralSecurityException e) {
            throw Texts.mismatch("the signer's certificate has expired or is not valid yet");
        }
        if (names().stream().noneMatch(name)) {
            throw Texts.mismatch("the signer's certificate was issued to somebody else");
        }
    }

    /**
     * A signature, of which there is one text: the decoder passes over missing padding and the bits that stand for nothing.
     *
     * @throws NotVerifiedException if it is not written so
     */
    static byte[] signature(String sent) throws NotVerifiedException {
        try {
            byte[] decoded = Base64.getDecoder().decode(sent);
            if (Base64.getEncoder().encodeToString(decoded).equals(sent)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: its message quotes the signature.
        }
        throw Texts.malformed("the signature is not base64");
    }

    /** Whether its key gave this signature of the content. */
    boolean hasSigned(String algorithm, byte[] content, byte[] sent) throws NotVerifiedException {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(signer().getPublicKey());
            signature.update(content);
            return signature.verify(sent);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw Texts.mismatch("the signer's certificate holds a key of another algorithm");
        }
    }

    private X509Certificate signer() {
        return chain.get(0);
    }

    private List<String> names() throws NotVerifiedException {
        try {
            Collection<List<?>> names = signer().getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(entry -> Integer.valueOf(DNS_NAME).equals(entry.get(0)))
                            .map(entry -> String.valueOf(entry.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            throw Texts.mismatch("the signer's certificate names nobody");
        }
    }
}
