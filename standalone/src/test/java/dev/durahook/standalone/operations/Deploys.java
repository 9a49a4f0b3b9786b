package dev.durahook.standalone.operations;

import dev.durahook.testsupport.Await;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.util.concurrent.TimeUnit;

/** One event whose workflow runs while versions of its code are deployed one after the other. */
final class Deploys {

    private static final String QUEUE = "releases";

    private final WorkflowClient client;
    private final WorkflowStub event;

    Deploys(WorkflowClient client, String eventId) {
        this.client = client;
        this.event = client.newUntypedWorkflowStub(
                "github.push",
                WorkflowOptions.newBuilder()
                        .setWorkflowId(eventId)
                        .setTaskQueue(QUEUE)
                        .build());
        event.start();
    }

    /** Runs work while one version is deployed. */
    void under(Class<? extends Release> version, Runnable work) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        factory.newWorker(QUEUE).registerWorkflowImplementationTypes(version);
        factory.start();
        try {
            work.run();
        } finally {
            factory.shutdownNow();
            factory.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    void awaitWaiting() {
        Await.until(
                "the workflow waits",
                () -> client.fetchHistory(event.getExecution().getWorkflowId()).getEvents().stream()
                        .anyMatch(entry -> entry.getEventType() == EventType.EVENT_TYPE_TIMER_FIRED));
    }

    void approve() {
        event.signal("approve");
    }

    String result() {
        return event.getResult(String.class);
    }
}
