package dev.durahook.receiver.signature;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The expected beginning of a header's value. It is compared exactly, except for the scheme of an {@code Authorization}
 * header, such as {@code Bearer}: its case does not matter, and one or more spaces may follow it (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-11.4">RFC 9110, 11.4</a>).
 */
final class HeaderPrefix {

    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern WITH_SCHEME = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) +(.*)");

    private final String text;
    private final @Nullable Pattern credentials;

    private HeaderPrefix(String text, @Nullable Pattern credentials) {
        this.text = text;
        this.credentials = credentials;
    }

    /**
     * The beginning of a header's values.
     *
     * @param names the header's names
     * @param text the beginning as the scheme documents it; may be empty
     */
    static HeaderPrefix of(List<String> names, String text) {
        boolean isAuthorization = names.stream().allMatch(AUTHORIZATION::equalsIgnoreCase);
        return new HeaderPrefix(text, isAuthorization ? credentials(text) : null);
    }

    /** The value without the beginning; empty if it does not begin this way. */
    Optional<String> withoutIt(String value) {
        if (credentials == null) {
            return value.startsWith(text) ? Optional.of(value.substring(text.length())) : Optional.empty();
        }
        Matcher found = credentials.matcher(value);
        return found.lookingAt() ? Optional.of(value.substring(found.end())) : Optional.empty();
    }

    private static @Nullable Pattern credentials(String text) {
        Matcher parts = WITH_SCHEME.matcher(text);
        return parts.matches()
                ? Pattern.compile("(?i:" + Pattern.quote(parts.group(1)) + ") +" + Pattern.quote(parts.group(2)))
                : null;
    }
}
