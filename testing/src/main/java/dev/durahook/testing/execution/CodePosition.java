package dev.durahook.testing.execution;

import dev.durahook.testing.time.WatchingInterceptor;
import dev.durahook.workflows.parking.ParkingSignals;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.sdk.v1.WorkflowInteractionDefinition;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowStub;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out at which lines the author's code of a workflow waits, and which signals could move it on. */
final class CodePosition {

    // The signals of Durahook itself, which every workflow takes.
    private static final Set<String> OPERATORS = Set.of(ParkingSignals.RETRY, ParkingSignals.DISCARD);
    // In a stack, the name of the thread comes first, such as workflow-method-github:7: (BLOCKED on Feature.get).
    private static final Pattern FRAME = Pattern.compile("[\\w.$]+\\([^()]*\\)");
    private static final List<String> NOT_THE_AUTHORS =
            List.of("io.temporal.", "dev.durahook.workflows.", WatchingInterceptor.class.getName(), "java.", "jdk.");

    private final WorkflowClient client;
    private final Execution execution;

    CodePosition(WorkflowClient client, Execution execution) {
        this.client = client;
        this.execution = execution;
    }

    /**
     * A line for each place at which the code waits, and a line for the signals. Empty if the code does not answer.
     *
     * @param nothingElse true if the workflow waits for nothing that comes by itself
     */
    Stream<String> lines(boolean nothingElse) {
        WorkflowStub workflow = client.newUntypedWorkflowStub(execution.id());
        try {
            String condition = nothingElse ? "a signal or another condition of its own, " : "its code is ";
            return Stream.concat(
                    places(workflow.query("__stack_trace", String.class)).map(place -> condition + "at " + place),
                    signals(workflow.query("__temporal_workflow_metadata", WorkflowMetadata.class)));
        } catch (WorkflowException e) {
            return Stream.empty();
        }
    }

    // The server reports one stack for each thread of the workflow, with an empty line between two stacks.
    private static Stream<String> places(String stacks) {
        return Stream.of(stacks.split("\n\\s*\n"))
                .flatMap(stack -> stack.lines()
                        .map(CodePosition::withoutLoader)
                        .filter(CodePosition::isTheAuthors)
                        .limit(1))
                .distinct();
    }

    // Removes the class loader or the module before a frame, such as app// or java.base/.
    private static String withoutLoader(String frame) {
        return frame.replaceFirst("^[^/(]*/+", "");
    }

    private static boolean isTheAuthors(String frame) {
        return FRAME.matcher(frame).matches() && NOT_THE_AUTHORS.stream().noneMatch(frame::startsWith);
    }

    private Stream<String> signals(WorkflowMetadata metadata) {
        List<String> known = metadata.getDefinition().getSignalDefinitionsList().stream()
                .map(WorkflowInteractionDefinition::getName)
                .filter(CodePosition::isTheAuthorsSignal)
                .toList();
        List<String> received = received();
        String taken = known.stream()
                .map(name -> name + " (" + Collections.frequency(received, name) + " received)")
                .collect(Collectors.joining(", "));
        String unknown = received.stream()
                .filter(name -> isTheAuthorsSignal(name) && !known.contains(name))
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.of(
                        line("its signals: ", taken), line("signals that it has received and does not know: ", unknown))
                .flatMap(Optional::stream);
    }

    private static Optional<String> line(String title, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(title + text);
    }

    private static boolean isTheAuthorsSignal(String name) {
        return !name.isEmpty() && !OPERATORS.contains(name);
    }

    private List<String> received() {
        return execution.history().stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .map(event ->
                        event.getWorkflowExecutionSignaledEventAttributes().getSignalName())
                .toList();
    }
}
