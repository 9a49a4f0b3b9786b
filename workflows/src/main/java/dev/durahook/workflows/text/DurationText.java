package dev.durahook.workflows.text;

import java.time.Duration;
import java.util.Locale;

/** A duration as a person writes it, such as {@code 1h30m}. */
public final class DurationText {

    private DurationText() {}

    /** The duration's ISO form, such as PT1H30M, in lower case and without PT. */
    public static String of(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
