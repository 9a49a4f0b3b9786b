package dev.durahook.workflows.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.Step;
import dev.durahook.workflows.shop.Deploys;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event is parked because of its workflow's values, and a version that sends less is deployed. */
public class CorrectedWorkflowTest {

    private static final String TYPE = "shop.order";
    private static final String TOO_LARGE = "a".repeat(2_500_000);

    private final Deploys shop = new Deploys();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stepWithLessGoesOnAtRetry() {
        WorkflowStub event = parked(PassingMuch.class);
        assertThat(shop.details(event))
                .contains("the arguments of durahook.policy are larger than Temporal takes", "`ArgumentsTooLarge`");

        shop.deploy(PassingLess.class);
        assertThat(shop.details(event)).contains("`ArgumentsTooLarge`");
        event.signal("retry");

        assertThat(event.getResult(String.class)).isEqualTo("passed");
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
    }

    @Test
    void workflowThatReturnsLessCompletesAtRetry() {
        WorkflowStub event = parked(ReturningMuch.class);
        assertThat(shop.details(event))
                .contains("the result of the workflow is larger than Temporal takes", "`ResultTooLarge`");

        shop.deploy(PassingLess.class);
        event.signal("retry");

        assertThat(shop.latest("shop:1").getResult(String.class)).isEqualTo("passed");
    }

    private WorkflowStub parked(Class<?> workflow) {
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(3, Duration.ofMinutes(1), Duration.ofMinutes(30), List.of()));
        shop.deploy(workflow);
        WorkflowStub event = shop.deliver(TYPE, "{}");
        shop.parked(event);
        return event;
    }

    private static String pass(String value) {
        Step.named("Pass it")
                .under(Shop.POLICY)
                .call(options -> Workflow.newUntypedActivityStub(options)
                        .execute(PolicyActivities.POLICY, RetryPolicy.class, Shop.POLICY, value));
        return "passed";
    }

    /** The workflow, in all versions. */
    @WorkflowInterface
    public interface Passing {

        /** Processes the event. */
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, EventBody body);
    }

    /** Passes more than Temporal takes. */
    public static final class PassingMuch implements Passing {

        @Override
        public String process(WebhookEvent event, EventBody body) {
            return pass(TOO_LARGE);
        }
    }

    /** Returns more than Temporal takes. */
    public static final class ReturningMuch implements Passing {

        @Override
        public String process(WebhookEvent event, EventBody body) {
            return pass("little") + TOO_LARGE;
        }
    }

    /** The corrected version. */
    public static final class PassingLess implements Passing {

        @Override
        public String process(WebhookEvent event, EventBody body) {
            return pass("little");
        }
    }
}
