package dev.durahook.connection.configuration;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release of Spring Boot, compared by its major and minor version.
 *
 * @param text the whole version, such as {@code 4.1.2}
 */
record SpringBootRelease(int major, int minor, String text) {

    /** The release that Durahook is built with, which is also the oldest that Durahook supports. */
    static final SpringBootRelease REQUIRED = new SpringBootRelease(4, 1, "4.1");

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*");
    private static final Comparator<SpringBootRelease> AGE =
            Comparator.comparingInt(SpringBootRelease::major).thenComparingInt(SpringBootRelease::minor);

    /** Reads a version in Spring Boot's form. A version in an unknown form counts as new enough. */
    static SpringBootRelease of(@Nullable String version) {
        Matcher matcher = FORM.matcher(String.valueOf(version));
        return matcher.matches()
                ? new SpringBootRelease(
                        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group())
                : REQUIRED;
    }

    boolean isOlderThan(SpringBootRelease other) {
        return AGE.compare(this, other) < 0;
    }
}
