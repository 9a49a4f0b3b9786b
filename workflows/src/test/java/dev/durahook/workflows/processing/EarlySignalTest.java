package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.shop.Announced;
import dev.durahook.workflows.shop.Deploys;
import dev.durahook.workflows.shop.LaterRun;
import dev.durahook.workflows.shop.Refused;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that a workflow has received before its first task. */
@Timeout(120)
class EarlySignalTest {

    private final Deploys shop = new Deploys();

    @BeforeEach
    void declare() {
        shop.configuration.registerStatus();
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(3, Duration.ofMinutes(1), Duration.ofMinutes(30), List.of()));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String announced(String type, Class<?> workflow) {
        WorkflowStub event = shop.deliver(type, "{}");
        event.signal(Announced.SIGNAL, "order 17");
        event.signal(Announced.SIGNAL, "order 18");
        event.signal(Announced.SIGNAL, "order 18");
        shop.deploy(workflow);
        return result(event);
    }

    @Test
    void isHandledOnceByAListener() {
        assertThat(announced(Announced.Listening.TYPE, Announced.ListeningWorkflow.class))
                .isEqualTo("order 17, order 18, order 18");
    }

    @Test
    void isHandledOnceByAHandlerOfAllSignals() {
        assertThat(announced(Announced.ListeningToAll.TYPE, Announced.ListeningToAllWorkflow.class))
                .isEqualTo("order 17, order 18, order 18");
    }

    @Test
    void isHandledOnceByAHandlerThatIsRegisteredAfterAStep() {
        assertThat(announced(Announced.ListeningLate.TYPE, Announced.ListeningLateWorkflow.class))
                .isEqualTo("order 17, order 18, order 18");
    }

    @Test
    void isHandledOnceByAHandlerThatRunsAStep() {
        assertThat(announced(Announced.Shipping.TYPE, Announced.ShippingWorkflow.class)
                        .split(", "))
                .containsExactlyInAnyOrder("order 17", "order 18", "order 18");
    }

    @Test
    void isHandledBeforeASignalThatComesWhenTheHandlerIsRegistered() {
        WorkflowStub event = shop.deliver(Announced.ListeningInAMoment.TYPE, "{}");
        event.signal(Announced.SIGNAL, "order 17");
        shop.deploy(Announced.ListeningInAMomentWorkflow.class);
        await(EventType.EVENT_TYPE_TIMER_STARTED);
        shop.stop();
        await(EventType.EVENT_TYPE_TIMER_FIRED);
        event.signal(Announced.SIGNAL, "order 18");
        shop.deploy(Announced.ListeningInAMomentWorkflow.class);
        assertThat(event.getResult(String.class)).isEqualTo("order 17, order 18");
    }

    // The SDK's own loop over the signals that it keeps fails at nine of them.
    @ParameterizedTest
    @ValueSource(ints = {9, 30, 300})
    void ofANameThatTheWorkflowDoesNotKnowIsIgnoredBeforeTheFirstTask(int unknown) {
        WorkflowStub event = shop.deliver(Announced.Listening.TYPE, "{}");
        event.signal(Announced.SIGNAL, "order 17");
        sendUnknown(event, unknown);
        event.signal(Announced.SIGNAL, "order 18");
        shop.deploy(Announced.ListeningWorkflow.class);
        assertThat(result(event)).isEqualTo("order 17, order 18");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30})
    void ofANameThatTheWorkflowDoesNotKnowIsIgnoredBeforeTheFirstStep(int unknown) {
        WorkflowStub event = shop.deliver(Announced.Listening.TYPE, "{}");
        shop.deploy(Announced.ListeningWorkflow.class);
        await(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
        sendUnknown(event, unknown);
        event.signal(Announced.SIGNAL, "order 17");
        assertThat(result(event)).isEqualTo("order 17");
    }

    @Test
    void ofAnyNameIsIgnoredByAHandlerThatRunsAStep() {
        WorkflowStub event = shop.deliver(Announced.Shipping.TYPE, "{}");
        sendUnknown(event, 7);
        event.signal(Announced.SIGNAL, "order 17");
        sendUnknown(event, 7);
        shop.deploy(Announced.ShippingWorkflow.class);
        assertThat(result(event)).isEqualTo("order 17");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30, 300})
    void ofANameThatTheDefaultWorkflowDoesNotKnowIsIgnored(int unknown) {
        WorkflowStub event = LaterRun.ofDefaultWorkflow(shop.client(), Deploys.QUEUE, event("stripe.created"));
        sendUnknown(event, unknown);
        event.signal("discard", Map.of("step", "handle:mail", "reason", "a test"));
        shop.deploy(DefaultWorkflow.class);
        assertThat(event.getResult(Outcome.class).steps())
                .extracting(StepOutcome::isDiscarded)
                .containsExactly(true);
    }

    private static void sendUnknown(WorkflowStub event, int count) {
        for (int i = 0; i < count; i++) {
            event.signal("resend", i);
        }
    }

    private String result(WorkflowStub event) {
        String result = event.getResult(String.class);
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
        return result;
    }

    @Test
    void retryOfAFailedWorkflowCountsBeforeTheRunThatWaitsHasBegun() {
        WorkflowStub event = LaterRun.ofFailedWorkflow(shop.client(), Deploys.QUEUE, event(Refused.Corrected.TYPE));
        event.signal("retry");
        shop.deploy(Refused.CorrectedWorkflow.class);
        assertThat(event.getResult(String.class)).isEqualTo("welcomed");
    }

    @Test
    void discardOfAFailedWorkflowCountsBeforeTheRunThatWaitsHasBegun() {
        WorkflowStub event = LaterRun.ofFailedWorkflow(shop.client(), Deploys.QUEUE, event(Refused.Corrected.TYPE));
        event.signal("discard", Map.of("step", "run-workflow", "reason", "a test"));
        shop.deploy(Refused.CorrectedWorkflow.class);
        assertThat(event.getResult(Outcome.class)).isEqualTo(Outcome.discarded("a test"));
    }

    @Test
    void discardOfAStepCountsBeforeTheRunThatWaitsHasBegun() {
        WorkflowStub event = LaterRun.ofDefaultWorkflow(shop.client(), Deploys.QUEUE, event("stripe.created"));
        event.signal("discard", Map.of("step", "handle:mail", "reason", "a test"));
        shop.deploy(DefaultWorkflow.class);
        assertThat(event.getResult(Outcome.class).steps())
                .extracting(StepOutcome::isDiscarded)
                .containsExactly(true);
    }

    @Test
    void misspeltDiscardHasNoEffectBeforeTheRunThatWaitsHasBegun() {
        WorkflowStub event = LaterRun.ofDefaultWorkflow(shop.client(), Deploys.QUEUE, event("stripe.created"));
        event.signal("discard", Map.of("stepp", "handle:crm", "reason", "a test"));
        event.signal("discard", Map.of("step", "handle:crm", "reason", "a test"));
        shop.deploy(DefaultWorkflow.class);
        assertThat(shop.parked(event)).contains("- Step: `Handle: mail`");
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED))
                .isEmpty();
    }

    private void await(EventType type) {
        Await.until(type.name(), () -> !shop.events("shop:1", type).isEmpty());
    }

    private static WebhookEvent event(String type) {
        return new WebhookEvent("shop:1", "shop", type, Shop.NOW, Map.of(), null);
    }
}
