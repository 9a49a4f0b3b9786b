package dev.durahook.connection;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spring Boot's major and minor version.
 *
 * @param text the whole version, such as {@code 4.1.2}
 */
record SpringBootRelease(int major, int minor, String text) {

    /** What Durahook is built with, and the oldest that it runs with. */
    static final SpringBootRelease REQUIRED = new SpringBootRelease(4, 1, "4.1");

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\b.*");
    private static final Comparator<SpringBootRelease> AGE =
            Comparator.comparingInt(SpringBootRelease::major).thenComparingInt(SpringBootRelease::minor);

    /** A version as Spring Boot says it. If it has another form than today, it is taken for one that is new enough. */
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
