package dev.durahook.receiver.provider.certificate;

import dev.durahook.receiver.keys.Certificates;
import dev.durahook.receiver.keys.FetchedKeys;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
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
 * The certificate with which a provider signed.
 *
 * @param chain the certificate, followed by its issuers as far as the provider gives them
 */
record SignerCertificate(List<X509Certificate> chain) {

    private static final int DNS_NAME = 2;

    /** The certificates of a source, each kept for the given time. */
    static FetchedKeys<URI, SignerCertificate> fetched(VerifierInputs inputs, Duration kept) {
        return new FetchedKeys<>(
                address -> new SignerCertificate(
                        Certificates.at(address, inputs.externalKeys().fetch())),
                kept,
                inputs.externalKeys().waits());
    }

    /** Checks that the certificate is valid now and was issued for an accepted DNS name. */
    void check(Instant now, Predicate<String> name) throws NotVerifiedException {
        try {
            signer().checkValidity(Date.from(now));
        } catch (GeneralSecurityException e) {
            throw Rejections.mismatch("the signer's certificate has expired or is not valid yet");
        }
        if (names().stream().noneMatch(name)) {
            throw Rejections.mismatch("the signer's certificate was issued for another name");
        }
    }

    /**
     * Decodes a signature. It must be in the only valid encoding: the decoder also accepts missing padding and unused
     * bits.
     *
     * @throws NotVerifiedException if it is malformed
     */
    static byte[] signature(String sent) throws NotVerifiedException {
        try {
            byte[] decoded = Base64.getDecoder().decode(sent);
            if (Base64.getEncoder().encodeToString(decoded).equals(sent)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // The exception's message would quote the signature; another one is thrown below.
        }
        throw Rejections.malformed("the signature is not base64");
    }

    /** Whether the signature was made with the certificate's key over this content. */
    boolean hasSigned(String algorithm, byte[] content, byte[] sent) throws NotVerifiedException {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(signer().getPublicKey());
            signature.update(content);
            return signature.verify(sent);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw Rejections.mismatch("the signer's certificate has a key for another algorithm");
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
            throw Rejections.mismatch("the signer's certificate has malformed names");
        }
    }
}
