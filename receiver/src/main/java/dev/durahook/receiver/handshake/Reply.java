package dev.durahook.receiver.handshake;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Headers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A response that a provider requires.
 *
 * @param status the status, from 200 to 299
 * @param mediaType the media type of the body
 * @param body the body, which may be empty. In handshakes, {challenge} and {proof} are replaced by their values. For
 *     stored events, the default is Durahook's own JSON
 * @param headers further headers with fixed values
 */
public record Reply(
        @DefaultValue("200") int status,
        @DefaultValue("text/plain") String mediaType,
        @Nullable String body,
        @DefaultValue Map<String, String> headers) {

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /** Headers that the server sets itself. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("connection", "content-length", "content-type", "date", "transfer-encoding");

    /**
     * Checks the status and the headers.
     *
     * @throws InvalidRuleException if the status is not 200 to 299, or a header is malformed or set by the server
     */
    public Reply {
        if (status < 200 || status > 299) {
            throw new InvalidRuleException("has an invalid status: it must be 200 to 299");
        }
        headers = Map.copyOf(headers);
        headers.forEach(Reply::check);
    }

    Reply filledWith(String challenge, String proof) {
        String template = body == null ? "" : body;
        return new Reply(
                status, mediaType, template.replace("{proof}", proof).replace("{challenge}", challenge), headers);
    }

    private static void check(String name, String value) {
        if (!Headers.isName(name)
                || !VALUE.matcher(value).matches()
                || OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidRuleException("has a header " + name + ", which is not allowed in a reply: remove it");
        }
    }
}
