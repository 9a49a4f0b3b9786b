package dev.durahook.workflows.routing;

import java.util.Map;

/**
 * The key by which a step is found again: in the progress of an event that goes on in a new run, and in the signals of
 * operators. Keys are wire format and never change. The Web UI shows a step's title instead, whose wording may change
 * at any time.
 */
public final class StepKey {

    /** The key of the parked step of an event without a route, handler or workflow. */
    public static final String FIND_ROUTE = "find-route";

    /** The key of the parked step of a workflow whose arguments can't be read. */
    public static final String READ_BODY = "read-body";

    /** The key of the parked step of an author's workflow that would fail. */
    public static final String RUN_WORKFLOW = "run-workflow";

    private static final String DELIVERY = "deliver:";
    private static final String HANDLER = "handle:";

    // Before steps had keys, steps were found by these titles. The titles still appear in histories and in the notes
    // of operators.
    private static final Map<String, String> FORMER_BEGINNINGS = Map.of("Deliver to ", DELIVERY, "Handle: ", HANDLER);
    private static final Map<String, String> FORMER_TITLES = Map.of("Find a route or a handler", FIND_ROUTE);

    private StepKey() {}

    /** The key of a step that sends an event to a destination. */
    public static String delivery(String destination) {
        return DELIVERY + destination;
    }

    /** The key of a handler's step. */
    public static String handler(String name) {
        return HANDLER + name;
    }

    /** The key of a step that is named by its key, or by the title that it had before steps had keys. */
    public static String of(String keyOrFormerTitle) {
        return FORMER_BEGINNINGS.entrySet().stream()
                .filter(former -> keyOrFormerTitle.startsWith(former.getKey()))
                .map(former -> former.getValue()
                        + keyOrFormerTitle.substring(former.getKey().length()))
                .findFirst()
                .orElseGet(() -> FORMER_TITLES.getOrDefault(keyOrFormerTitle, keyOrFormerTitle));
    }
}
