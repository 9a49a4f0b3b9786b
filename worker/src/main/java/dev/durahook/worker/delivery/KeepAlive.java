package dev.durahook.worker.delivery;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * How long an answer allows its connection to be used again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.3">RFC 9112, section 9.3</a>
 */
final class KeepAlive {

    // Node.js and others end a connection after five seconds of silence, and most of them do not say so.
    static final Duration USUAL = Duration.ofSeconds(4);

    private static final Pattern TIMEOUT = Pattern.compile("(?i)(?:^|[,\\s])timeout=([0-9]{1,6})(?:$|[,\\s])");

    // The request has to arrive before the time is over.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private KeepAlive() {}

    /** The time after the answer; zero if the destination ends the connection behind it. */
    static Duration of(Response response) {
        if (response.protocol() == Protocol.HTTP_1_0 && !"keep-alive".equalsIgnoreCase(response.header("Connection"))) {
            return Duration.ZERO;
        }
        Matcher timeout = TIMEOUT.matcher(response.header("Keep-Alive", ""));
        if (!timeout.find()) {
            return USUAL;
        }
        Duration allowed = Duration.ofSeconds(Long.parseLong(timeout.group(1))).minus(MARGIN);
        return allowed.compareTo(USUAL) > 0 ? USUAL : allowed;
    }
}
