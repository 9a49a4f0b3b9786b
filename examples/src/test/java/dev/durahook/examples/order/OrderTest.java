package dev.durahook.examples.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testing.processing.TestConfiguration;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("webhook:1", "webhook", "webhook.payment_succeeded", Instant.EPOCH, Map.of(), null);

    @Test
    void orderEndsWithItsPayment() {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker("orders").registerWorkflowImplementationTypes(Order.OrderWorkflow.class);
            environment.start();
            WorkflowStub order = environment
                    .getWorkflowClient()
                    .newUntypedWorkflowStub(
                            "Order",
                            WorkflowOptions.newBuilder().setTaskQueue("orders").build());
            order.start("17");
            byte[] body = "{\"event\": \"payment_succeeded\", \"data\": {\"order\": \"17\", \"cents\": 1250}}"
                    .getBytes(StandardCharsets.UTF_8);
            byte[] withoutCents = "{\"data\": {\"order\": \"17\"}}".getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> order.update("paymentSucceeded", String.class, EVENT, EventBody.of(withoutCents)))
                    .hasStackTraceContaining("the payment has no cents");
            assertThat(order.update("paymentSucceeded", String.class, EVENT, EventBody.of(body)))
                    .isEqualTo("paid with 1250 cents");
            assertThat(order.getResult(String.class)).isEqualTo("order 17 is paid");
        }
    }

    // The test's destination takes the place of the workflow.
    @Test
    void paymentGoesToTheOrder() {
        try (TestWorker worker = TestWorker.of().configuredBy(TestConfiguration.of("order"))) {
            worker.process("webhook.payment_succeeded", "{\"data\": {\"order\": \"17\"}}")
                    .assertCompleted();
            assertThat(worker.destination("order").bodies()).containsExactly("{\"data\": {\"order\": \"17\"}}");
        }
    }

    @Test
    void destinationsInPythonTakeTheirEvents() {
        try (TestWorker worker = TestWorker.of().configuredBy(TestConfiguration.of("python"))) {
            worker.process("webhook.order_placed", "{}").assertCompleted();
            worker.process("webhook.payment_made", "{\"data\": {\"order\": \"17\"}}")
                    .assertCompleted();
            worker.process("webhook.payment_made", "{}").assertParked("WorkflowUnnamed");
            assertThat(worker.destination("score").bodies()).hasSize(1);
            assertThat(worker.destination("python-order").bodies()).hasSize(1);
        }
    }
}
