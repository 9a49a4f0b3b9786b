package dev.durahook.receiver.secret;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs at the start which secrets have expired or are not valid yet. */
public final class SecretWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(SecretWarnings.class);

    private SecretWarnings() {}

    /**
     * Logs the warnings of one source.
     *
     * @param secrets the secrets under {@code secrets}
     * @param files the paths under {@code secret-files}
     */
    public static void log(String source, List<SecretProperties> secrets, List<String> files, Instant now) {
        for (int i = 0; i < secrets.size(); i++) {
            log(source, secrets.get(i).label(i), secrets.get(i), now);
        }
        boolean isOut = !secrets.isEmpty() && secrets.stream().noneMatch(secret -> secret.isValid(now));
        if (isOut && files.isEmpty()) {
            LOG.warn(
                    "Source {} has no secret that is valid now, so every delivery gets 401. Add a valid secret",
                    source);
        }
    }

    /** Logs the warning of a source's verify-token. */
    public static void logToken(String source, SecretProperties token, Instant now) {
        log(source, "verify-token", token, now);
    }

    private static void log(String source, String label, SecretProperties secret, Instant now) {
        if (secret.hasExpired(now)) {
            LOG.warn("Secret {} of source {} expired at {}: remove it", label, source, secret.notAfter());
        } else if (!secret.hasBegun(now)) {
            LOG.info("Secret {} of source {} will be valid from {} on", label, source, secret.notBefore());
        }
    }
}
