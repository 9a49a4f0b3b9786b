package dev.durahook.workflows.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that declares a type for the body. */
@WorkflowInterface
public interface Typed {

    String TYPE = "stripe.typed";

    @WorkflowMethod(name = TYPE)
    String process(WebhookEvent event, Named body);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(String id) {}

    /** The corrected version: its type fits the body that the test sends. */
    final class TypedWorkflow implements Typed {

        @Override
        public String process(WebhookEvent event, Named body) {
            return "order " + body.id();
        }
    }

    /** The first version: it expects a number, and the test sends text. */
    @WorkflowInterface
    interface Before {

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, Numbered body);

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Numbered(long id) {}

        /** Reads the order's number. */
        final class NumberedWorkflow implements Before {

            @Override
            public String process(WebhookEvent event, Numbered body) {
                return "order " + body.id();
            }
        }
    }
}
