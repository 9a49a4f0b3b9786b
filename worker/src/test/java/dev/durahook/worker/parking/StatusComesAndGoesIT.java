package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import dev.durahook.workflows.processing.Outcome;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.operatorservice.v1.RemoveSearchAttributesRequest;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Events are parked, and no workflow task fails for ever, even if the search attribute is removed and registered
 * meanwhile.
 */
@RequiresTemporal
class StatusComesAndGoesIT {

    private static final String PARKED = "DurahookStatus = 'parked'";

    @Test
    void anotherTeamsAttributeHasTheName() throws TimeoutException {
        try (TemporalServer server = start("Int");
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.registerStatus();
            WorkflowStub event = lot.deliver("shop:1");
            awaitParked(event);
            assertThat(server.workflows().count("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                    .isZero();

            operator(server).removeSearchAttributes(removal());
            lot.registerStatus();
            lot.deliver("shop:2");
            server.workflows().awaitCount(PARKED, 1);
            event.signal("discard", "a test");
            assertThat(outcome(event)).isEqualTo("partly-discarded");
        }
    }

    @Test
    void attributeIsRemovedWhileEventsAreParkedAndComesBack() throws TimeoutException {
        try (TemporalServer server = start("Keyword");
                ParkingLot lot = new ParkingLot(server.client())) {
            WorkflowStub event = lot.deliver("shop:1");
            server.workflows().awaitCount(PARKED, 1);

            operator(server).removeSearchAttributes(removal());
            event.signal("retry");
            Await.until("the task was tried again", () -> lot.crmCalls().size() == 2);
            awaitParked(event);

            lot.registerStatus();
            event.signal("retry");
            Await.until("the task was tried once more", () -> lot.crmCalls().size() == 3);
            server.workflows().awaitCount(PARKED, 1);
            lot.repair();
            event.signal("retry");
            assertThat(outcome(event)).isEqualTo("processed");
        }
    }

    @Test
    void databaseIsReplacedUnderTheWorker() {
        try (TemporalServer server = start("Keyword");
                ParkingLot lot = new ParkingLot(server.client())) {
            lot.deliver("shop:1");
            server.workflows().awaitCount(PARKED, 1);

            server.restart(TemporalServerOptions.inMemory());
            awaitParked(lot.deliver("shop:1"));
            lot.registerStatus();
            lot.deliver("shop:2");
            server.workflows().awaitCount(PARKED, 1);
        }
    }

    private static TemporalServer start(String type) {
        return TemporalServer.start(
                TemporalServerOptions.inMemory().with("--search-attribute", "DurahookStatus=" + type));
    }

    private static void awaitParked(WorkflowStub event) {
        Await.until("the event is parked", () -> details(event).startsWith("**Parked"));
    }

    // A workflow answers no query while its task has just failed, which may happen before the worker has noticed that
    // the attribute was removed.
    private static String details(WorkflowStub event) {
        try {
            return event.query("__temporal_workflow_metadata", WorkflowMetadata.class)
                    .getCurrentDetails();
        } catch (WorkflowQueryException notYet) {
            return "";
        }
    }

    private static String outcome(WorkflowStub event) throws TimeoutException {
        return event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class)
                .outcome();
    }

    private static OperatorServiceBlockingStub operator(TemporalServer server) {
        return OperatorServiceGrpc.newBlockingStub(server.stubs().getRawChannel());
    }

    private static RemoveSearchAttributesRequest removal() {
        return RemoveSearchAttributesRequest.newBuilder()
                .setNamespace("default")
                .addSearchAttributes("DurahookStatus")
                .build();
    }
}
