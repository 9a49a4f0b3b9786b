package dev.durahook.workflows.logging;

import dev.durahook.workflows.EventId;
import dev.durahook.workflows.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Names the event beside each line that this thread logs, from now until it is ended. Searches and alerts of
 * operators depend on the names of the fields, so they stay. They are our own, for {@code event.type} of the Elastic
 * Common Schema is another thing.
 */
public final class LoggedEvent {

    /** The field of the event ID. */
    public static final String ID = "durahook.event.id";

    /** The field of the event type. */
    public static final String TYPE = "durahook.event.type";

    /** The field of the source's name. */
    public static final String SOURCE = "durahook.event.source";

    private final Map<String, String> before = new LinkedHashMap<>();

    private LoggedEvent(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            before.put(name, MDC.get(name));
            MDC.put(name, value);
        });
    }

    /** An event. */
    public static LoggedEvent of(WebhookEvent event) {
        return of(event.source(), event.id(), event.type());
    }

    /** An event by its names. */
    public static LoggedEvent of(String source, String id, String type) {
        return new LoggedEvent(Map.of(SOURCE, source, ID, id, TYPE, type));
    }

    /** A delivery that nobody has verified yet: all that is known is whose it would be. */
    public static LoggedEvent from(String source) {
        return new LoggedEvent(Map.of(SOURCE, source));
    }

    /** Whatever event a workflow is of; of none, nothing is named. */
    public static LoggedEvent ofWorkflow(String workflowId, String workflowType) {
        String source = workflowId.substring(0, Math.max(0, workflowId.indexOf(':')));
        boolean isEvent = EventId.isSourceName(source) && workflowType.startsWith(source + ".");
        return isEvent ? of(source, workflowId, workflowType) : new LoggedEvent(Map.of());
    }

    /** Leaves the thread as it was. */
    public void end() {
        before.forEach((name, value) -> {
            if (value == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, value);
            }
        });
    }
}
