package dev.durahook.worker.parking;

import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.ParkingActivities;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search attribute by which parked events are found. Registered at start where the server allows; where it doesn't,
 * events are processed and parked all the same, only not found by it.
 */
public final class StatusAttribute implements ParkingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StatusAttribute.class);
    private static final String NAME = EventStatus.KEY.getName();
    private static final int RPC_SECONDS = 10;

    // The in-memory test server can't count, and has no attributes to set either. Who may not ask gets along without:
    // asking for ever would hold up what was parked.
    private static final Set<Status.Code> MISSING =
            Set.of(Status.Code.INVALID_ARGUMENT, Status.Code.UNIMPLEMENTED, Status.Code.PERMISSION_DENIED);

    private final WorkflowServiceStubs stubs;
    private final String namespace;
    private volatile boolean registered;

    StatusAttribute(WorkflowServiceStubs stubs, String namespace) {
        this.stubs = stubs;
        this.namespace = namespace;
    }

    /** Registers the attribute if it is missing. A failure is logged with the command that does it by hand. */
    public void register() {
        try {
            if (!statusAttributeRegistered()) {
                add();
                LOG.info("Registered the search attribute {} in namespace {}", NAME, namespace);
            }
        } catch (StatusRuntimeException e) {
            warnUnlessAnotherWorkerWasFaster(e);
        }
    }

    private void warnUnlessAnotherWorkerWasFaster(StatusRuntimeException e) {
        if (e.getStatus().getCode() == Status.Code.ALREADY_EXISTS) {
            return;
        }
        LOG.warn(
                "The search attribute {} could not be registered ({}). Parked events are not found by it until somebody"
                        + " runs: temporal operator search-attribute create --namespace {} --name {} --type Keyword",
                NAME,
                e.getMessage(),
                namespace,
                NAME);
    }

    // A query by an unknown attribute is invalid. Asking needs less permission than listing the attributes.
    @Override
    public boolean statusAttributeRegistered() {
        if (!registered) {
            registered = answersQuery();
        }
        return registered;
    }

    private boolean answersQuery() {
        try {
            count();
            return true;
        } catch (StatusRuntimeException e) {
            if (MISSING.contains(e.getStatus().getCode())) {
                return false;
            }
            throw e;
        }
    }

    /** How many events are parked; not a number where it can't be known now. */
    double countParked() {
        try {
            return count();
        } catch (StatusRuntimeException e) {
            LOG.debug("Parked events can't be counted: {}", e.getMessage());
            return Double.NaN;
        }
    }

    private long count() {
        return stubs.blockingStub()
                .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(namespace)
                        .setQuery(NAME + " = '" + EventStatus.PARKED + "'")
                        .build())
                .getCount();
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
