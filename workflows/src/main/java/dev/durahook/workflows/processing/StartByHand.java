package dev.durahook.workflows.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.PayloadEncoding;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises a workflow that was not started for an event, but by a person who gave no input, or another one. Such a
 * workflow has nothing to process. Only for workflow code.
 */
final class StartByHand {

    /** The type of the failure. */
    static final String TYPE = "NoEvent";

    private static final String CHANGE = "durahook.start-without-event";
    private static final int EVENT_AND_BODY = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REQUIRED = List.of("id", "source", "type", "receivedat");

    private static final String WRAPPER = "webhookevent";
    private static final WorkflowLocal<Boolean> REFUSED = WorkflowLocal.withCachedInitial(() -> false);

    private StartByHand() {}

    /**
     * Returns the event with which the workflow was started. An argument in an encoding that only the application knows may
     * be an event that can be read later, and so may JSON with all fields of an event.
     *
     * @throws ApplicationFailure if the arguments surely are not those of an event
     * @throws DataConverterException if the event can't be read now
     */
    static WebhookEvent event(EncodedValues arguments) {
        if ((arguments.getSize() < EVENT_AND_BODY || isNull(arguments.get(0, RawValue.class))) && mayRefuse()) {
            throw failure();
        }
        try {
            return arguments.get(0, WebhookEvent.class);
        } catch (DataConverterException e) {
            RawValue first = arguments.get(0, RawValue.class);
            throw PayloadEncoding.of(first).isPlainJson() && !hasEventFields(first) ? failure() : e;
        }
    }

    // Earlier versions asked for the plan of such an event again and again.
    private static boolean mayRefuse() {
        return Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    /**
     * Whether an argument is JSON with all fields that an event must have. If this worker's data converter can't read it
     * as an event, another worker's may read it later: a mapper of the application may spell the names of fields
     * otherwise, such as {@code received_at}, and may wrap the event.
     */
    static boolean hasEventFields(RawValue argument) {
        try {
            return hasEventFields(JSON.readTree(argument.getPayload().getData().toByteArray()));
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean hasEventFields(JsonNode json) {
        Set<String> names = json.propertyStream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> letters(field.getKey()))
                .collect(Collectors.toSet());
        return names.containsAll(REQUIRED)
                || (isWrapped(json, names) && json.valueStream().anyMatch(StartByHand::hasEventFields));
    }

    // A mapper may write the name of the type in front of the value, or around it.
    private static boolean isWrapped(JsonNode json, Set<String> names) {
        return (json.isArray() && json.path(0).isTextual()) || names.equals(Set.of(WRAPPER));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether this failure refuses the current workflow. A workflow of an author's may name a failure alike. */
    static boolean isRefused(ApplicationFailure failure) {
        return TYPE.equals(failure.getType()) && REFUSED.get();
    }

    private static ApplicationFailure failure() {
        REFUSED.set(true);
        return ApplicationFailure.newNonRetryableFailure(
                "the workflow was not started with an event: the first argument must have id, source, type and receivedAt,"
                        + " and the second argument is the body. To process an event again, reset its workflow",
                TYPE);
    }

    private static boolean isNull(RawValue value) {
        PayloadEncoding encoding = PayloadEncoding.of(value);
        return encoding.isNull()
                || (encoding.isPlainJson()
                        && value.getPayload().getData().toStringUtf8().strip().equals("null"));
    }
}
