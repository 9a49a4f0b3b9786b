package dev.durahook.receiver.ingest.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums up by kind what happened within a minute. Kinds come from closed sets, so the sums stay small however much is
 * sent. Not thread-safe.
 */
final class ReasonCounts {

    /** In characters. The receiver's own details are shorter. */
    private static final int MAX_DETAIL = 250;

    private final Map<String, Sum> byKind = new LinkedHashMap<>();
    private long count;
    private boolean isWarning;

    /**
     * Adds one occurrence.
     *
     * @param kind one of a closed set
     * @param detail the reason for this occurrence, if there is one to log
     * @param warning whether the line that includes this occurrence is logged as a warning
     */
    ReasonCounts add(String kind, @Nullable String detail, boolean warning) {
        byKind.merge(kind, new Sum(1, detail), Sum::followedBy);
        count++;
        isWarning |= warning;
        return this;
    }

    long count() {
        return count;
    }

    boolean isWarning() {
        return isWarning;
    }

    /** Each kind with its number of occurrences and the detail of the last one. */
    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(sum -> sum.getValue().times()
                        + sum.getKey()
                        + shown(sum.getValue().detail()))
                .collect(Collectors.joining(", "));
    }

    // Keeps the log to one line of plain characters, even if a detail quotes what a sender wrote.
    private static String shown(@Nullable String detail) {
        if (detail == null) {
            return "";
        }
        String begin = detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
        return " (" + begin.replaceAll("[^\\x20-\\x7e]", "?") + ")";
    }

    private record Sum(long count, @Nullable String detail) {

        String times() {
            return count == 1 ? "" : count + " x ";
        }

        Sum followedBy(Sum next) {
            return new Sum(count + next.count, next.detail);
        }
    }
}
