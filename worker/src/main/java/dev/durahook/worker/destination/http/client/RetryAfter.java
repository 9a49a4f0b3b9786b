package dev.durahook.worker.destination.http.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;

/** Reads the {@code Retry-After} header: how long a destination asks to wait before the next attempt. */
public final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0++(?=[0-9])");

    // About thirty years, which is more than any sensible limit. OkHttp reads the seconds of a 503 as an int, and fails
    // if the number is greater.
    private static final int MOST_DIGITS = 9;
    private static final String MOST_SECONDS = "9".repeat(MOST_DIGITS);

    private RetryAfter() {}

    /**
     * Returns the wait that the destination asks for, in seconds or until a date. Empty if the header is missing, if it
     * can't be read, or if the wait is over. A date counts from the moment at which the answer was sent by the
     * destination's clock, so that a difference between the clocks does not make the wait longer or shorter.
     *
     * @param now the worker's time, from which a date counts if the answer does not say when it was sent
     * @param limit the longest wait; a longer wait is cut to this limit
     */
    public static Optional<Duration> of(Headers headers, Instant now, Duration limit) {
        String value = headers.get(NAME);
        if (value == null) {
            return Optional.empty();
        }
        return wait(value.strip(), headers, now)
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(limit) > 0 ? limit : wait);
    }

    /** Returns the same answer with a number of seconds that OkHttp can read. */
    static Response readable(Response answer) {
        String value = answer.header(NAME, "");
        return value.length() > MOST_DIGITS && SECONDS.matcher(value).matches()
                ? answer.newBuilder().header(NAME, seconds(value)).build()
                : answer;
    }

    private static Optional<Duration> wait(String value, Headers headers, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(seconds(value))));
        }
        Instant sent = headers.getInstant("Date");
        return Optional.ofNullable(headers.getInstant(NAME))
                .map(date -> Duration.between(sent == null ? now : sent, date));
    }

    private static String seconds(String value) {
        String digits = LEADING_ZEROS.matcher(value).replaceFirst("");
        return digits.length() > MOST_DIGITS ? MOST_SECONDS : digits;
    }
}
