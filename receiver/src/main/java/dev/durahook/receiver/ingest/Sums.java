package dev.durahook.receiver.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a span of time, summed up by kind. Kinds are of closed sets, so the sums stay small however much is
 * sent. Not safe for several threads.
 */
final class Sums {

    /** In characters. Our own details are shorter. */
    private static final int MAX_DETAIL = 250;

    private final Map<String, Sum> byKind = new LinkedHashMap<>();
    private long count;
    private boolean isWarning;

    /**
     * Adds one.
     *
     * @param kind one of a closed set
     * @param detail what there is to say of this one
     * @param warning whether a line that has it is a warning
     */
    Sums add(String kind, @Nullable String detail, boolean warning) {
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

    /** Each kind with its number and with the detail of its last one. */
    @Override
    public String toString() {
        return byKind.entrySet().stream()
                .map(sum -> sum.getValue().times()
                        + sum.getKey()
                        + shown(sum.getValue().detail()))
                .collect(Collectors.joining(", "));
    }

    // One line of plain characters, even if a detail should hold what a sender wrote.
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
