package dev.durahook.worker.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.operations.EventRun;
import dev.durahook.workflows.operations.Operation;
import dev.durahook.workflows.operations.OperationOrder;
import dev.durahook.workflows.operations.OperationRequest;
import dev.durahook.workflows.operations.PageOutcome;
import dev.durahook.workflows.parking.ParkingSignals;
import dev.durahook.workflows.payload.WorkflowPayloads;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends the signal {@code retry} or {@code discard} to a parked event. Temporal remembers the call's ID for as long as
 * it has the run, also after the run has ended, and does not take the same signal twice.
 */
record ParkedSignal(TemporalCalls calls) implements EventAction {

    @Override
    public PageOutcome on(EventRun event, OperationOrder order, boolean isRepeated) {
        if (order.request().dryRun()) {
            return PageOutcome.done(event);
        }
        try {
            send(event, order);
            return PageOutcome.done(event);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return PageOutcome.skipped("no longer parked");
            }
            throw e;
        }
    }

    private void send(EventRun event, OperationOrder order) {
        boolean retries = order.request().operation() == Operation.RETRY_PARKED;
        calls.stub()
                .signalWorkflowExecution(SignalWorkflowExecutionRequest.newBuilder()
                        .setNamespace(calls.namespace())
                        .setWorkflowExecution(TemporalCalls.execution(event.id(), event.runId()))
                        .setSignalName(retries ? ParkingSignals.RETRY : ParkingSignals.DISCARD)
                        .setInput(payloads(event, retries ? retry(order.request()) : discard(order)))
                        .setIdentity(order.signature())
                        .setRequestId(order.requestId(event))
                        .build());
    }

    // A codec of the application encrypts the input as it encrypts every other payload.
    private Payloads payloads(EventRun event, ObjectNode input) {
        Optional<Payloads> payloads = input.isEmpty()
                ? Optional.empty()
                : WorkflowPayloads.of(calls.client(), event.id()).toPayloads(raw(input));
        return payloads.orElseGet(Payloads::getDefaultInstance);
    }

    private static RawValue raw(ObjectNode input) {
        return EventBody.of(input.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode retry(OperationRequest request) {
        return put(put(object(), "step", request.step()), "policy", request.policy());
    }

    private static ObjectNode discard(OperationOrder order) {
        String reason = order.request().reason() + " (" + order.signature() + ")";
        return put(put(object(), "step", order.request().step()), "reason", reason);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode put(ObjectNode input, String field, @Nullable String value) {
        return value == null ? input : input.put(field, value);
    }
}
