package dev.durahook.receiver.keys;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Whom to believe that a certificate is who it says it is. */
@FunctionalInterface
public interface Trust {

    /**
     * Lets pass a certificate that somebody trusted has issued.
     *
     * @param chain the certificate, then its issuers
     * @param at the time at which all have to be valid
     * @throws GeneralSecurityException if nobody has, or it is not valid
     */
    void check(List<X509Certificate> chain, Instant at) throws GeneralSecurityException;
}
