package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.text.Template;
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
     * @throws MissingValueException if the event lacks a value that the template names
     */
    public String of(WebhookEvent event, byte[] body) throws MissingValueException {
        EventFields fields = EventFields.of(event, body, template.pointers());
        for (String place : template.places()) {
            if (fields.at(place).isEmpty()) {
                throw new MissingValueException(fields.why(place));
            }
        }
        return template.fill(fields::at).orElseThrow();
    }

    @Override
    public String toString() {
        return template.text();
    }
}
