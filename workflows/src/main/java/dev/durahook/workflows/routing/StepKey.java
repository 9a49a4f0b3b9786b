package dev.durahook.workflows.routing;

import java.util.Map;

/**
 * How a step is named where it has to be found again: in the progress of an event that goes on in a new run, and in the
 * signals of operators. Keys are wire format and never change. What a step is called in the Web UI is its title, which may
 * be worded anew at any time.
 */
public final class StepKey {

    /** The wait of an event that nothing takes. */
    public static final String FIND_ROUTE = "find-route";

    /** Reading the arguments of a workflow. */
    public static final String READ_BODY = "read-body";

    /** A workflow of an author's, as a whole. */
    public static final String RUN_WORKFLOW = "run-workflow";

    private static final String DELIVERY = "deliver:";
    private static final String HANDLER = "handle:";

    // Before there were keys, steps were found by these titles. They stand in histories, and in the notes of operators.
    private static final Map<String, String> FORMER_BEGINNINGS = Map.of("Deliver to ", DELIVERY, "Handle: ", HANDLER);
    private static final Map<String, String> FORMER_TITLES = Map.of("Find a route or a handler", FIND_ROUTE);

    private StepKey() {}

    /** A delivery to a destination. */
    public static String delivery(String destination) {
        return DELIVERY + destination;
    }

    /** A handler's work. */
    public static String handler(String name) {
        return HANDLER + name;
    }

    /** The key of what is named by a key, or by the title that its step had before there were keys. */
    public static String of(String keyOrFormerTitle) {
        return FORMER_BEGINNINGS.entrySet().stream()
                .filter(former -> keyOrFormerTitle.startsWith(former.getKey()))
                .map(former -> former.getValue()
                        + keyOrFormerTitle.substring(former.getKey().length()))
                .findFirst()
                .orElseGet(() -> FORMER_TITLES.getOrDefault(keyOrFormerTitle, keyOrFormerTitle));
    }
}
