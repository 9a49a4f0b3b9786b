package dev.durahook.workflows.operations;

import dev.durahook.workflows.ListFilters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that an operator can run on many events at once. The names and the types are wire format. */
public enum Operation {

    /** Sends the signal {@code retry} to parked events. */
    RETRY_PARKED(
            "durahook.retry-parked",
            "retried",
            20,
            "{\"type\": \"stripe.invoice.paid\", \"step\": \"deliver:crm\", \"reason\": \"the crm is back\"}"),

    /** Sends the signal {@code discard} to parked events. */
    DISCARD_PARKED(
            "durahook.discard-parked",
            "discarded",
            20,
            "{\"type\": \"stripe.invoice.paid\", \"reason\": \"the crm is gone\", \"dryRun\": true}"),

    /** Resets completed events to their beginning. */
    PROCESS_AGAIN(
            "durahook.process-again",
            "processed again",
            5,
            "{\"type\": \"github.push\", \"from\": \"2026-11-27T00:00:00Z\", \"reason\": \"the chat lost a day\"}");

    private static final Set<String> FIELDS_OF_ALL =
            Set.of("type", "source", "from", "to", "query", "rate", "reason", "dryRun");

    private final String type;
    private final String done;
    private final int defaultRate;
    private final String example;

    Operation(String type, String done, int defaultRate, String example) {
        this.type = type;
        this.done = done;
        this.defaultRate = defaultRate;
        this.example = example;
    }

    /** The operation of a workflow type. */
    public static Optional<Operation> of(String workflowType) {
        return Arrays.stream(values())
                .filter(operation -> operation.type.equals(workflowType))
                .findFirst();
    }

    /** All workflow types, as a sentence lists them. */
    public static String types() {
        return Arrays.stream(values()).map(Operation::type).collect(Collectors.joining(", "));
    }

    /** The workflow type that an operator enters in the form. */
    public String type() {
        return type;
    }

    /** The participle that says what the operation has done with an event. */
    public String done() {
        return done;
    }

    /** Events a second, unless the input says otherwise. */
    public int defaultRate() {
        return defaultRate;
    }

    /** All fields that the input may have, sorted. */
    public List<String> fields() {
        return Stream.concat(FIELDS_OF_ALL.stream(), ownFields()).sorted().toList();
    }

    private Stream<String> ownFields() {
        return switch (this) {
            case RETRY_PARKED -> Stream.of("step", "policy");
            case DISCARD_PARKED -> Stream.of("step");
            case PROCESS_AGAIN -> Stream.of("again");
        };
    }

    /** An input that works. */
    public String example() {
        return example;
    }

    /** The list filter for the only events that the operation may touch. */
    public String own() {
        return switch (this) {
            case RETRY_PARKED, DISCARD_PARKED -> ListFilters.DECIDABLE;
            case PROCESS_AGAIN -> ListFilters.COMPLETED;
        };
    }
}
