package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultWorkflowTest {

    // The sender chooses the type, which Markdown would render in bold.
    private static final String TYPE = "stripe.__init__";
    private static final String REASON = "No route, no handler and no workflow of this worker takes " + TYPE + ". The"
            + " event is kept until the namespace's retention ends. Declare a route or deploy a handler, then reset this"
            + " workflow to its first workflow task.";

    @Test
    void eventWithoutARouteHandlerOrWorkflowCompletesAsUnhandled() {
        try (Shop shop = Shop.open()) {
            WorkflowStub workflow = shop.deliver(TYPE);
            assertThat(workflow.getResult(Outcome.class)).isEqualTo(new Outcome("unhandled", REASON, List.of()));
            assertThat(shop.details(workflow))
                    .isEqualTo("**Unhandled.** " + REASON.replace(TYPE, "`" + TYPE + "`")
                            + "\n\n`temporal workflow reset --namespace default"
                            + " --workflow-id stripe:evt_1 --type FirstWorkflowTask --reason handled`");
        }
    }

    @Test
    void workflowForTheTypeComesBeforeTheDefaultWorkflow() {
        try (Shop shop = Shop.open()) {
            assertThat(shop.deliver().getResult(String.class)).isEqualTo("booked stripe:evt_1");
        }
    }
}
