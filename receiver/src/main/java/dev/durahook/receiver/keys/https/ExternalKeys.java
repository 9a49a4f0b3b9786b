package dev.durahook.receiver.keys.https;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * Access to keys and certificates outside the receiver. Tests replace it.
 *
 * @param fetch fetches keys
 * @param trust decides which certificates are trusted
 */
public record ExternalKeys(Fetch fetch, Trust trust) {

    /** Fetches over the internet, and trusts the roots of the Java platform. */
    public static ExternalKeys ofInternet() {
        try {
            return new ExternalKeys(new HttpsFetch(SSLContext.getDefault()), AnchoredTrust.ofPlatform());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks TLS", e);
        }
    }
}
