package dev.durahook.receiver.keys.https;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * Access to keys and certificates outside the receiver. Tests replace it.
 *
 * @param fetch fetches keys
 * @param trust decides which certificates are trusted
 * @param waits bounds how many deliveries wait for keys
 */
public record ExternalKeys(Fetch fetch, Trust trust, KeyWaits waits) {

    /** For a server with the usual number of threads. */
    public ExternalKeys(Fetch fetch, Trust trust) {
        this(fetch, trust, KeyWaits.usual());
    }

    /** The same access for one source, whose fetches the fetches of other sources can't delay. */
    public ExternalKeys forSource() {
        return new ExternalKeys(fetch.forSource(), trust, waits);
    }

    /** Fetches over the internet, for a server with the usual number of threads. */
    public static ExternalKeys ofInternet() {
        return ofInternet(KeyWaits.usual());
    }

    /** Fetches over the internet, and trusts the roots of the Java platform. */
    public static ExternalKeys ofInternet(KeyWaits waits) {
        try {
            return new ExternalKeys(new HttpsFetch(SSLContext.getDefault()), AnchoredTrust.ofPlatform(), waits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks TLS", e);
        }
    }
}
