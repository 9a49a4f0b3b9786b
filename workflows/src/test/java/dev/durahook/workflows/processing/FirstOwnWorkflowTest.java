package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.shop.Deploys;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A type gets a workflow of its own while events of that type are running, as docs/upgrade.md describes it. */
class FirstOwnWorkflowTest {

    private static final String TYPE = "shop.order";
    private static final String BODY = "{\"id\": \"seven\"}";

    private final Deploys shop = new Deploys();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void runningEventDoesNotAdvanceUntilTheWorkerIsRolledBack() throws InterruptedException {
        shop.configuration.plan(new Plan(List.of(), true));
        shop.deploy(DefaultWorkflow.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);

        shop.deploy(UnreadableBodyTest.Bytes.class);
        event.signal("retry");
        while (shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        shop.configuration.plan(new Plan(List.of(), false));
        shop.deploy(DefaultWorkflow.class);
        assertThat(event.getResult(Outcome.class).reason()).contains(TYPE);
    }
}
