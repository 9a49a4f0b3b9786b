package dev.durahook.worker.destination.workflow.declaration;

import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.workflows.text.Template;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a destination of the kind workflow as it was declared. The message of every failed check names the key. */
public final class WorkflowDeclaration {

    private static final String RESERVED = "__temporal";
    private static final Pattern NAMESPACE = Pattern.compile("[!-~]{1,255}");

    private final DeclaredDestination<WorkflowDestinationProperties> declared;
    private final WorkflowDestinationProperties properties;

    public WorkflowDeclaration(DeclaredDestination<WorkflowDestinationProperties> declared) {
        this.declared = declared;
        this.properties = declared.properties();
    }

    /**
     * Checks all values and returns the destination.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a value is invalid
     */
    public WorkflowDestination check() {
        WorkflowIdTemplate workflowId = workflowId();
        HandlerKind kind = kind();
        return new WorkflowDestination(
                declared.name(),
                workflowId,
                namespace(),
                kind,
                handler(kind),
                properties.argument(),
                properties.missing(),
                start());
    }

    private WorkflowIdTemplate workflowId() {
        WorkflowIdTemplate template =
                new WorkflowIdTemplate(new Template(Objects.requireNonNullElse(properties.workflowId(), "")));
        template.problem().ifPresent(problem -> {
            throw declared.invalid("workflow-id", problem);
        });
        return template;
    }

    // A server takes almost any name. The name travels in a header of each call, which holds printable ASCII only.
    private @Nullable String namespace() {
        String namespace = properties.namespace();
        if (namespace == null) {
            return null;
        }
        declared.require(
                !namespace.isBlank(),
                "namespace",
                "is empty: name a namespace, or remove the key for the worker's own namespace");
        declared.require(
                namespace.indexOf('{') < 0 && namespace.indexOf('}') < 0,
                "namespace",
                "must have no placeholder, because nothing in an event says where it goes: name one namespace");
        declared.require(
                NAMESPACE.matcher(namespace).matches(),
                "namespace",
                "is not the name of a namespace: use 1 to 255 printable ASCII characters without a space");
        return namespace;
    }

    private HandlerKind kind() {
        declared.require(
                properties.update() != null || properties.signal() != null,
                "update",
                "must be given: the name of the update that the workflow gets; or give signal instead");
        declared.require(
                properties.update() == null || properties.signal() == null,
                "signal",
                "must not be given together with update: remove one of the two");
        return properties.update() != null ? HandlerKind.UPDATE : HandlerKind.SIGNAL;
    }

    private String handler(HandlerKind kind) {
        String name = String.valueOf(kind == HandlerKind.UPDATE ? properties.update() : properties.signal());
        declared.require(
                !name.isBlank() && !name.startsWith(RESERVED),
                kind.toString(),
                "must be the name of a handler of the workflow; names that begin with " + RESERVED + " are Temporal's");
        declared.requireTrimmed(kind.toString(), name);
        return name;
    }

    private @Nullable NewWorkflow start() {
        boolean starts = properties.missing() == MissingChoice.START;
        checkStart("type", properties.type(), starts);
        checkStart("task-queue", properties.taskQueue(), starts);
        declared.requireTaskQueue(properties.taskQueue(), "start an operator's decision");
        return properties.type() == null || properties.taskQueue() == null
                ? null
                : new NewWorkflow(properties.type(), properties.taskQueue());
    }

    private void checkStart(String key, @Nullable String value, boolean starts) {
        declared.require(
                !starts || (value != null && !value.isBlank()),
                key,
                "must be given with missing: start, which starts the workflow");
        declared.require(
                starts || value == null,
                key,
                "has no effect without missing: start: remove the key, or set missing: start");
        declared.requireTrimmed(key, Objects.requireNonNullElse(value, ""));
    }
}
