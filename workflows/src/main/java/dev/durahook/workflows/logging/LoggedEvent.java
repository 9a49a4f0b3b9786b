package dev.durahook.workflows.logging;

import dev.durahook.workflows.EventId;
import dev.durahook.workflows.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Adds the event's names to each line that the thread logs, until {@link #end} is called. The names of these fields
 * never change, because searches and alerts of operators depend on them. The fields are Durahook's own, because {@code
 * event.type} of the Elastic Common Schema means something else.
 */
public final class LoggedEvent {

    /** The log field of the event's ID. */
    public static final String ID = "durahook.event.id";

    /** The log field of the event's type. */
    public static final String TYPE = "durahook.event.type";

    /** The log field of the source's name. */
    public static final String SOURCE = "durahook.event.source";

    private final Map<String, String> before = new LinkedHashMap<>();

    private LoggedEvent(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            before.put(name, MDC.get(name));
            MDC.put(name, value);
        });
    }

    /** Names this event. */
    public static LoggedEvent of(WebhookEvent event) {
        return of(event.source(), event.id(), event.type());
    }

    /** Names the event with this source, ID and type. */
    public static LoggedEvent of(String source, String id, String type) {
        return new LoggedEvent(Map.of(SOURCE, source, ID, id, TYPE, type));
    }

    /** Names the source of a delivery that is not verified yet, because only its source is known. */
    public static LoggedEvent from(String source) {
        return new LoggedEvent(Map.of(SOURCE, source));
    }

    /** Names the event of a workflow. If the workflow is not that of an event, adds no fields. */
    public static LoggedEvent ofWorkflow(String workflowId, String workflowType) {
        String source = workflowId.substring(0, Math.max(0, workflowId.indexOf(':')));
        boolean isEvent = EventId.isSourceName(source) && workflowType.startsWith(source + ".");
        return isEvent ? of(source, workflowId, workflowType) : new LoggedEvent(Map.of());
    }

    /** Restores the fields that the thread had before. */
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
