package dev.durahook.receiver.keys.https;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Decides which certificates are trusted. */
@FunctionalInterface
public interface Trust {

    /**
     * Checks that a trusted authority issued the certificate.
     *
     * @param chain the certificate, followed by its issuers
     * @param at the time at which all certificates must be valid
     * @throws GeneralSecurityException if the chain leads to no trusted authority, or a certificate is not valid
     */
    void check(List<X509Certificate> chain, Instant at) throws GeneralSecurityException;
}
