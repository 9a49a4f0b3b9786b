package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.text.Template;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes the ID of the workflow that gets an event, from a template such as {@code order-{/data/order_id}}.
 *
 * @param template the declared template
 */
public record WorkflowIdTemplate(Template template) {

    /** Returns what is wrong with the template: the rest of a sentence that begins with the key. */
    public Optional<String> problem() {
        if (template.text().isBlank()) {
            return Optional.of("must be given: the ID of the workflow that gets an event, such as order-{/order_id}");
        }
        String outside = template.fixedText();
        if (outside.indexOf('{') >= 0 || outside.indexOf('}') >= 0) {
            return Optional.of("has an unmatched brace: write each placeholder as {/order_id}");
        }
        return template.places().stream()
                .filter(place -> !EventFields.isKnown(place))
                .findFirst()
                .map(place -> "has a placeholder that no event has; use a JSON pointer such as {/order_id}, a header"
                        + " such as {header:x-order}, {id}, {source} or {type}");
    }

    /**
     * Returns the ID of the workflow that gets this event.
     *
     * @throws UnnamedWorkflowException if the event lacks a value that the template names, or the value is not possible
     *     in an ID
     */
    public String of(WebhookEvent event, byte[] body) throws UnnamedWorkflowException {
        EventFields fields = EventFields.of(event, body, template.pointers());
        for (String place : template.places()) {
            String value = fields.at(place).orElseThrow(() -> new UnnamedWorkflowException(fields.why(place)));
            if (!isPossible(value)) {
                throw new UnnamedWorkflowException(
                        "the value at " + place + " has a character that no workflow's ID can have");
            }
        }
        return template.fill(fields::at).orElseThrow();
    }

    // PostgreSQL refuses U+0000, and Temporal reports that as if its database were down. Half a surrogate pair, which
    // JSON can escape, would be sent as a question mark, so that different values would address one workflow.
    private static boolean isPossible(String value) {
        return value.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    @Override
    public String toString() {
        return template.text();
    }
}
