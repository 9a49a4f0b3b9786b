package dev.durahook.receiver.keys;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * What is not ours.
 *
 * @param fetch gets keys
 * @param trust says which certificates to believe
 */
public record Outside(Fetch fetch, Trust trust) {

    /** The world. */
    public static Outside world() {
        try {
            return new Outside(new HttpsFetch(SSLContext.getDefault()), AnchoredTrust.ofPlatform());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks TLS", e);
        }
    }
}
