package dev.durahook.workflows.operations.input;

import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.text.Excerpt;
import io.temporal.common.converter.RawValue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the input of the Web UI's form <em>Start Workflow</em>: a small JSON object. */
public final class OperationInput {

    // Each event costs Temporal one to five calls, which are made one after the other.
    private static final int HIGHEST_RATE = 100;

    // The reason is written into the history of each event.
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_QUERY = 2_000;

    private OperationInput() {}

    /**
     * Reads the input of an operation.
     *
     * @param isStrict whether a field that is null, or that the JSON has twice, is a mistake; asked only if there is such a
     *     field
     * @throws io.temporal.failure.ApplicationFailure if the input can't be carried out; the message shows one that can
     */
    public static OperationRequest read(Operation operation, @Nullable RawValue input, BooleanSupplier isStrict) {
        InputFields fields = InputFields.read(operation, input, isStrict);
        OperationRequest request = new OperationRequest(
                operation,
                new EventSelection(fields).conditions(),
                fields.text("query"),
                fields.text("step"),
                fields.text("policy"),
                excerpt(fields.text("reason")),
                fields.number("rate", operation.defaultRate(), HIGHEST_RATE),
                fields.flag("dryRun"),
                fields.flag("again"));
        check(request, fields);
        return request;
    }

    private static @Nullable String excerpt(@Nullable String reason) {
        return reason == null ? null : Excerpt.of(reason, LONGEST_REASON);
    }

    private static void check(OperationRequest request, InputFields fields) {
        String query = request.query();
        if (request.isUnlimited() && fields.texts("type").isEmpty()) {
            throw fields.problem(
                    "The input selects no event: name a type, a source, a time, a query or a step; the type * is every"
                            + " event");
        }
        if (query != null && query.length() > LONGEST_QUERY) {
            throw fields.problem("The field query must not be longer than " + LONGEST_QUERY + " characters");
        }
        if (request.operation() == Operation.DISCARD_PARKED && request.reason() == null) {
            throw fields.problem("The field reason is missing: each discarded event keeps the reason");
        }
    }
}
