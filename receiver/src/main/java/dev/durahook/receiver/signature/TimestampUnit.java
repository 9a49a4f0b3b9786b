package dev.durahook.receiver.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a provider writes the time of signing. */
public enum TimestampUnit {
    /** Seconds since 1970. */
    SECONDS("[0-9]{1,11}") {
        @Override
        Instant instant(String text) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
    },
    /** Milliseconds since 1970. */
    MILLISECONDS("[0-9]{1,14}") {
        @Override
        Instant instant(String text) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
    },
    /** A date and time with an offset, as in RFC 3339. */
    RFC3339("[0-9]{4}-[0-9TZ:.+-]{15,35}") {
        @Override
        Instant instant(String text) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        }
    };

    // Limits the digits, so that no number overflows when it is converted.
    private final Pattern form;

    TimestampUnit(String form) {
        this.form = Pattern.compile(form);
    }

    abstract Instant instant(String text);

    /** Parses a timestamp; empty if it does not have this form. */
    public Optional<Instant> parse(String text) {
        if (!form.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(instant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
