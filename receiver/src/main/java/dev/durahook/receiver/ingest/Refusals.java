package dev.durahook.receiver.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was refused of one source's deliveries in a span of time, summed up by status and reason. Both are of closed sets,
 * so the sum stays small however much is sent. Not safe for several threads.
 */
final class Refusals {

    /** In characters. Our own details are shorter. */
    private static final int MAX_DETAIL = 250;

    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private long count;
    private boolean isWarning;

    Refusals add(DeliveryProblem problem) {
        String kind = problem.problem().status() + " " + problem.reason();
        sums.merge(kind, new Sum(1, problem.getMessage()), Sum::followedBy);
        count++;
        isWarning |= !problem.problem().isAnybodys();
        return this;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether any of it may have hit a genuine delivery. */
    boolean isWarning() {
        return isWarning;
    }

    /** How many there are, in words. */
    String number() {
        return count == 1 ? "1 delivery" : count + " deliveries";
    }

    /** Each kind with its number and with the detail of its last one. */
    @Override
    public String toString() {
        return sums.entrySet().stream()
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
