package dev.durahook.worker;

import dev.durahook.workflows.parking.Parking;
import dev.durahook.workflows.parking.ParkingActivities;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search attribute by which parked events are found. Registered at start where the server allows; where it doesn't,
 * events are processed and parked all the same, only not found by it.
 */
final class StatusAttribute implements ParkingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StatusAttribute.class);
    private static final String NAME = Parking.STATUS.getName();
    private static final int RPC_SECONDS = 10;

    private final WorkflowServiceStubs stubs;
    private final String namespace;
    private volatile boolean registered;

    StatusAttribute(WorkflowServiceStubs stubs, String namespace) {
        this.stubs = stubs;
        this.namespace = namespace;
    }

    /** Registers the attribute if it is missing. A failure is logged with the command that does it by hand. */
    void register() {
        try {
            if (!statusAttributeRegistered()) {
                add();
                LOG.info("Registered the search attribute {} in namespace {}", NAME, namespace);
            }
        } catch (StatusRuntimeException e) {
            LOG.warn(
                    "The search attribute {} could not be registered ({}). Parked events are not found by it until"
                            + " somebody runs: temporal operator search-attribute create --namespace {} --name {}"
                            + " --type Keyword",
                    NAME,
                    e.getStatus().getCode(),
                    namespace,
                    NAME);
        }
    }

    // A query by an unknown attribute is invalid. This needs no permission that a worker lacks.
    @Override
    public boolean statusAttributeRegistered() {
        if (!registered) {
            registered = answersQuery();
        }
        return registered;
    }

    private boolean answersQuery() {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                    .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                            .setNamespace(namespace)
                            .setQuery(NAME + " = 'parked'")
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            // The in-memory test server can't count, and has no attributes to set either.
            if (code == Status.Code.INVALID_ARGUMENT || code == Status.Code.UNIMPLEMENTED) {
                return false;
            }
            throw e;
        }
    }

    private void add() {
        OperatorServiceGrpc.newBlockingStub(stubs.blockingStub().getChannel())
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .putSearchAttributes(NAME, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .build());
    }
}
