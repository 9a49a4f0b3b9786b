package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.shop.Deploys;
import io.temporal.client.WorkflowStub;
import java.util.List;
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
    void runningEventDoesNotAdvanceUntilTheWorkerIsRolledBack() {
        shop.configuration.plan(new Plan(List.of(), true));
        shop.deploy(DefaultWorkflow.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);

        shop.deploy(UnreadableBodyTest.Bytes.class);
        event.signal("retry");
        shop.awaitFailedTask("shop:1");

        shop.configuration.plan(new Plan(List.of(), false));
        shop.deploy(DefaultWorkflow.class);
        assertThat(event.getResult(Outcome.class).reason()).contains(TYPE);
    }
}
