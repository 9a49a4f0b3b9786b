package dev.durahook.receiver.source;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Short texts of the page. */
final class PageWords {

    private PageWords() {}

    static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }

    static String duration(Duration duration) {
        if (duration.toHours() >= 48 && duration.toHours() % 24 == 0) {
            return duration.toDays() + " days";
        }
        if (duration.toMinutes() >= 120 && duration.toMinutes() % 60 == 0) {
            return duration.toHours() + " hours";
        }
        if (duration.toSeconds() >= 120 && duration.toSeconds() % 60 == 0) {
            return duration.toMinutes() + " minutes";
        }
        return duration.toSeconds() + " seconds";
    }
}
