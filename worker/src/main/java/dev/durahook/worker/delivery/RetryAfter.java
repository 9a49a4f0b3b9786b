package dev.durahook.worker.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** When a destination wants to be asked again. */
final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /**
     * The wait that was asked for, in seconds or until a date. Nothing if none was, if it is over, or if it can't be
     * read.
     *
     * @param limit the longest wait; a longer one becomes this
     */
    static Optional<Duration> of(Headers headers, Instant now, Duration limit) {
        String value = headers.get(NAME);
        if (value == null) {
            return Optional.empty();
        }
        return wait(value.strip(), headers, now)
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(limit) > 0 ? limit : wait);
    }

    private static Optional<Duration> wait(String value, Headers headers, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(headers.getInstant(NAME)).map(date -> Duration.between(now, date));
    }
}
