package dev.durahook.worker.destination.workflow.handover;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.NewWorkflow;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.worker.destination.workflow.declaration.UnnamedWorkflowException;
import dev.durahook.worker.destination.workflow.declaration.WorkflowDestination;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.handling.AttemptDeadline;
import io.grpc.Deadline;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hands events over to workflows of the application. */
public final class WorkflowTransport implements Transport {

    private final WorkflowDestination destination;
    private final NamespaceClients clients;

    public WorkflowTransport(WorkflowDestination destination, NamespaceClients clients) {
        this.destination = destination;
        this.clients = clients;
    }

    @Override
    public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws DestinationException {
        long begin = System.nanoTime();
        AddressedEvent addressed = new AddressedEvent(
                workflowId(event, body),
                HandoverKey.of(event.id(), destination.name()),
                List.of(destination.argument().of(event, body)),
                Deadline.after(attempt.timeLeft().toMillis(), TimeUnit.MILLISECONDS));
        String result = inTime(event, addressed, attempt.timeLeft());
        return new DestinationReceipt(0, Duration.ofNanos(System.nanoTime() - begin), result);
    }

    @Override
    public void check(WebhookEvent event, byte[] body) throws DestinationException {
        workflowId(event, body);
    }

    private String workflowId(WebhookEvent event, byte[] body) throws DestinationException {
        try {
            return destination.workflowId().of(event, body);
        } catch (UnnamedWorkflowException e) {
            throw HandoverFailures.unnamed(destination, e);
        }
    }

    // The client repeats calls by itself, and waits longer between them than an attempt may take.
    private String inTime(WebhookEvent event, AddressedEvent addressed, Duration time) throws DestinationException {
        AttemptDeadline deadline = AttemptDeadline.in(time);
        try {
            return handOver(event, addressed);
        } finally {
            deadline.end();
        }
    }

    private String handOver(WebhookEvent event, AddressedEvent addressed) throws DestinationException {
        WorkflowClient workflows = clients.of(destination.namespace());
        String namespace = workflows.getOptions().getNamespace();
        TargetName target = new TargetName(addressed.workflowId(), namespace, !clients.isOwn(namespace));
        HandoverFailures failures = new HandoverFailures(destination, target);
        if (!target.isElsewhere() && addressed.workflowId().equals(event.id())) {
            throw failures.ownWorkflow();
        }
        TargetSearch search = new TargetSearch(workflows, event.receivedAt());
        try {
            WorkflowMessage message = message(workflows, addressed, failures);
            return target.addedTo(new Handover(destination, addressed.workflowId(), search, message, failures).make());
        } catch (RuntimeException e) {
            throw failures.answered(e).orElseThrow(() -> e);
        }
    }

    private WorkflowMessage message(WorkflowClient workflows, AddressedEvent addressed, HandoverFailures failures) {
        return switch (destination.kind()) {
            case UPDATE -> new UpdateMessage(workflows, destination, addressed, failures);
            case SIGNAL -> new SignalMessage(workflows, destination, addressed, failures);
        };
    }

    @Override
    public Optional<NewWorkflow> newWorkflow() {
        return Optional.ofNullable(destination.start());
    }

    @Override
    public Optional<String> namespace() {
        return Optional.ofNullable(destination.namespace());
    }

    @Override
    public String summary() {
        return destination.summary();
    }
}
