package dev.durahook.workflows.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The outcome of an operation for the events of a page, or of all pages so far. The outcome of ten thousand events
 * takes no more space than that of a hundred.
 *
 * @param done how many events the operation is done with, or would be done with if this is a dry run
 * @param examples some of these events
 * @param skipped how many events were left alone, for each reason
 * @param failed how many events failed
 * @param failures some of these events
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PageOutcome(
        int done, List<String> examples, Map<String, Integer> skipped, int failed, List<FailedEvent> failures) {

    /** The outcome before the first event. */
    public static final PageOutcome NONE = new PageOutcome(0, List.of(), Map.of(), 0, List.of());

    private static final int MOST_EXAMPLES = 10;
    private static final int MOST_FAILURES = 20;

    public PageOutcome {
        examples = List.copyOf(examples);
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        failures = List.copyOf(failures);
    }

    /** The operation is done with an event. */
    public static PageOutcome done(EventRun event) {
        return new PageOutcome(1, List.of(event.id()), Map.of(), 0, List.of());
    }

    /** An event was left alone. The reason must come from a closed set. */
    public static PageOutcome skipped(String reason) {
        return new PageOutcome(0, List.of(), Map.of(reason, 1), 0, List.of());
    }

    public static PageOutcome failed(EventRun event, String reason) {
        return new PageOutcome(0, List.of(), Map.of(), 1, List.of(new FailedEvent(event.id(), reason)));
    }

    /** Adds the outcome of further events to this outcome. */
    public PageOutcome and(PageOutcome further) {
        Map<String, Integer> left = new TreeMap<>(skipped);
        further.skipped.forEach((reason, number) -> left.merge(reason, number, Integer::sum));
        return new PageOutcome(
                done + further.done,
                first(MOST_EXAMPLES, examples, further.examples),
                left,
                failed + further.failed,
                first(MOST_FAILURES, failures, further.failures));
    }

    private static <T> List<T> first(int most, List<T> these, List<T> those) {
        return Stream.concat(these.stream(), those.stream()).limit(most).toList();
    }

    /** The number of all events of this outcome. */
    public int total() {
        return done + failed + skippedTotal();
    }

    /** The number of events that were left alone. */
    public int skippedTotal() {
        return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The reasons for which events were left alone, in a fixed order. */
    public List<Map.Entry<String, Integer>> skippedInOrder() {
        return List.copyOf(skipped.entrySet());
    }
}
