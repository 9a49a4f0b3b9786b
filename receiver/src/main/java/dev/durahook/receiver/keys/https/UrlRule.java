package dev.durahook.receiver.keys.https;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the addresses at which a provider's keys may be. An unverified delivery names the address, and an attacker
 * could use it to make the receiver call arbitrary hosts or to verify with the attacker's own key.
 *
 * @param host must match the whole host name, in lower case
 * @param path must match the whole path
 * @param query must match the whole query; an empty pattern allows none
 */
public record UrlRule(Pattern host, Pattern path, Pattern query) {

    private static final int MAX_LENGTH = 2_000;

    /** A rule for addresses without a query. */
    public static UrlRule of(String host, String path) {
        return new UrlRule(Pattern.compile(host), Pattern.compile(path), Pattern.compile(""));
    }

    /** The parsed address, if it is HTTPS on the default port and matches this rule, without user or fragment. */
    public Optional<URI> admit(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(this::isAdmitted);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isAdmitted(URI address) {
        // The authority equals the host only without a user, a port or a colon.
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getHost().equals(address.getRawAuthority())
                && address.getRawFragment() == null
                && matches(host, address.getHost())
                && matches(path, address.getRawPath())
                && matches(query, address.getRawQuery());
    }

    private static boolean matches(Pattern pattern, @Nullable String part) {
        return pattern.matcher(part == null ? "" : part).matches();
    }
}
