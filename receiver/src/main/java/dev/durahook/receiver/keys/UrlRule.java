package dev.durahook.receiver.keys;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses a provider's keys are at. Whoever sends a delivery names the address, so it is an attempt to make us
 * call somewhere, or to verify with the attacker's own key, until it has been checked.
 *
 * @param host the whole host name, in lower case
 * @param path the whole path
 * @param query the whole query; nothing for none
 */
public record UrlRule(Pattern host, Pattern path, Pattern query) {

    private static final int MAX_LENGTH = 2_000;

    /** A rule for addresses without a query. */
    public static UrlRule of(String host, String path) {
        return new UrlRule(Pattern.compile(host), Pattern.compile(path), Pattern.compile(""));
    }

    /** The address, if it is HTTPS at the default port of such a host, and nothing else is in it. */
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
        // With a user, a port or nothing but the colon before one, the authority is more than the host.
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getHost().equals(address.getRawAuthority())
                && address.getRawFragment() == null
                && matches(host, address.getHost())
                && matches(path, address.getRawPath())
                && matches(query, address.getRawQuery());
    }

    private static boolean matches(Pattern pattern, @org.jspecify.annotations.Nullable String part) {
        return pattern.matcher(part == null ? "" : part).matches();
    }
}
