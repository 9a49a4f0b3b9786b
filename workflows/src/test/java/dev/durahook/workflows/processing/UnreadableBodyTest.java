package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.testsupport.Await;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.shop.Deploys;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events whose body is not of the type that an author's workflow declares. */
public class UnreadableBodyTest {

    private static final String TYPE = "shop.order";
    private static final String BODY = "{\"id\": \"seven\",\n \"more\": 1}";

    private final Deploys shop = new Deploys();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void parksAtOnceWithTheFieldAndWithoutTheValue() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event))
                .contains("- Step: `Read the body`\n- Key: `read-body`\n")
                .contains("- Failure: `the field $.id can't be read as long` (`UnreadableBody`)\n")
                .doesNotContain("seven");
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
    }

    @Test
    void formBodyIsNotJson() {
        shop.deploy(Numbers.class);
        assertThat(shop.parked(shop.deliver(TYPE, "payload=%7B%22id%22%3A7%7D")))
                .contains("- Failure: `the body is not JSON, so it can't be read as NumberedOrder. Declare RawValue to"
                        + " accept any bytes` (`UnreadableBody`)\n")
                .doesNotContain("payload");
    }

    @Test
    void discardCompletesTheWorkflow() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);
        event.signal("discard", "a form of old");
        assertThat(event.getResult(Outcome.class).reason()).isEqualTo("a form of old");
    }

    @Test
    void retryWithoutADeployParksItAgain() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);
        shop.letPass(Duration.ofDays(1));
        event.signal("retry");
        awaitWaits(2);
        assertThat(shop.parked(event)).contains("can't be read as long", "- Parked at: 2026-11-25T");
    }

    @Test
    void retryAfterADeployProcessesIt() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);
        shop.deploy(Texts.class);
        assertThat(shop.parked(event))
                .contains("an earlier version of the worker could not read the body, and this one can");
        event.signal("retry", Map.of("step", "read-body"));
        assertThat(event.getResult(String.class)).isEqualTo("order seven");
        assertThat(shop.events("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
    }

    @Test
    void retriesBeforeAndAfterADeployReplay() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);
        for (int i = 0; i < 2; i++) {
            event.signal("retry");
            awaitWaits(2 + i);
            shop.deploy(Numbers.class);
            assertThat(shop.parked(event)).contains("can't be read as long");
        }
        shop.deploy(Bytes.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo(BODY);
    }

    // The task fails and the event is not parked, because the event is not at fault: its body was read before, and the
    // event goes on once the earlier version is back.
    @Test
    void versionThatCanNoLongerReadTheBodyFailsTheTaskUntilTheNextDeploy() {
        readByOneVersionAndNotByTheNext();
        assertThat(shop.failedTask("shop:1", this::readByOneVersionAndNotByTheNext))
                .contains("s arguments: the field $.id can")
                .doesNotContain("seven");
        shop.deploy(Patient.class);
        assertThat(shop.latest("shop:1").getResult(String.class)).isEqualTo("order seven");
    }

    private void readByOneVersionAndNotByTheNext() {
        shop.deploy(Patient.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        awaitEvents("shop:1", EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED, 1);
        shop.deploy(Numbers.class);
        event.signal("go");
    }

    @Test
    void cancellationEndsTheWorkflow() {
        shop.deploy(Numbers.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.parked(event);
        event.cancel();
        assertThat(shop.ended(event)).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void constructorGetsNullUntilTheBodyCanBeRead() {
        shop.deploy(NumbersInTheConstructor.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("the field $.id can't be read as long");
        shop.deploy(TextsInTheConstructor.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo("order seven");
    }

    @Test
    void workflowWithoutAnEventIsNotParked() {
        shop.deploy(Numbers.class);
        shop.startAnother(TYPE, BODY);
        assertThat(shop.failedTask("another", () -> shop.startAnother(TYPE, BODY)))
                .contains("the field $.id can")
                .doesNotContain("seven");
        assertThat(shop.events("another", EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED))
                .isEmpty();
    }

    @Test
    void childWorkflowThatCanNotReadTheBodyFailsAndParksItsParent() {
        shop.deploy(Parent.class, NumberedChild.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event))
                .contains(
                        "- Key: `run-workflow`\n",
                        "- Failure: `the field $.id can't be read as long` (`UnreadableBody`)\n")
                .doesNotContain("seven");
        assertThat(shop.events("shop:1/child", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED))
                .hasSize(1);
        assertThat(shop.events("shop:1/child", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .isEmpty();
        shop.deploy(Parent.class, NamedChild.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo("order seven");
    }

    @Test
    void childOfAChildFailsAsWell() {
        shop.deploy(Grandparent.class, RawChild.class, NumberedChild.class);
        assertThat(shop.parked(shop.deliver(TYPE, BODY)))
                .contains("- Failure: `the field $.id can't be read as long` (`UnreadableBody`)\n");
    }

    @Test
    void childWorkflowWithoutAnEventIsNotParked() {
        shop.deploy(Parent.class, NumberedChild.class);
        shop.startAnother(TYPE, BODY);
        awaitEvents("another", EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED, 1);
        // The child's tasks have Temporal's usual time of ten seconds.
        awaitEvents("shop:1/child", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, 1);
        assertThat(shop.events("shop:1/child", EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)
                        .toString())
                .contains("the field $.id can")
                .doesNotContain("seven");
        assertThat(shop.events("shop:1/child", EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED))
                .isEmpty();
    }

    @Test
    void resultOfAnotherTypeIsNotQuotedInTheFailureOfTheTask() {
        shop.deploy(Misreading.class);
        shop.deliver(TYPE, BODY);
        assertThat(shop.failedTask("shop:1", () -> shop.deliver(TYPE, BODY)))
                .contains("the value can", "t be read as NumberedOrder")
                .doesNotContain("false");
    }

    // Each wait starts a timer.
    private void awaitWaits(int times) {
        awaitEvents("shop:1", EventType.EVENT_TYPE_TIMER_STARTED, times);
    }

    private void awaitEvents(String id, EventType type, int times) {
        Await.until(type.name(), () -> shop.events(id, type).size() >= times);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NumberedOrder(long id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NamedOrder(String id) {}

    @WorkflowInterface
    public interface Numbered {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, NumberedOrder order);
    }

    @WorkflowInterface
    public interface Named {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, NamedOrder order);
    }

    @WorkflowInterface
    public interface Raw {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue order);
    }

    public static final class Numbers implements Numbered {
        @Override
        public String process(WebhookEvent event, NumberedOrder order) {
            return "order " + order.id();
        }
    }

    public static final class Texts implements Named {
        @Override
        public String process(WebhookEvent event, NamedOrder order) {
            return "order " + order.id();
        }
    }

    public static final class Bytes implements Raw {
        @Override
        public String process(WebhookEvent event, RawValue order) {
            return new String(EventBody.bytes(order), StandardCharsets.UTF_8);
        }
    }

    @WorkflowInterface
    public interface Waiting {
        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, NamedOrder order);

        @SignalMethod(name = "go")
        void go();
    }

    public static final class Patient implements Waiting {
        private boolean goes;

        @Override
        public String process(WebhookEvent event, NamedOrder order) {
            Workflow.await(() -> goes);
            return "order " + order.id();
        }

        @Override
        public void go() {
            goes = true;
        }
    }

    @WorkflowInterface
    public interface Child {
        @WorkflowMethod(name = "shop.child")
        String process(NumberedOrder order);
    }

    public static final class NumberedChild implements Child {
        @Override
        public String process(NumberedOrder order) {
            return "order " + order.id();
        }
    }

    @WorkflowInterface
    public interface AnotherChild {
        @WorkflowMethod(name = "shop.child")
        String process(NamedOrder order);
    }

    public static final class NamedChild implements AnotherChild {
        @Override
        public String process(NamedOrder order) {
            return "order " + order.id();
        }
    }

    public static final class Parent implements Raw {
        @Override
        public String process(WebhookEvent event, RawValue order) {
            return child("shop.child", "shop:1/child", order);
        }
    }

    public static final class Grandparent implements Raw {
        @Override
        public String process(WebhookEvent event, RawValue order) {
            return child("shop.between", "shop:1/between", order);
        }
    }

    @WorkflowInterface
    public interface Between {
        @WorkflowMethod(name = "shop.between")
        String process(RawValue order);
    }

    /** Continues as new, and then starts a child workflow. */
    public static final class RawChild implements Between {
        @Override
        public String process(RawValue order) {
            if (Workflow.getInfo().getContinuedExecutionRunId().isEmpty()) {
                Workflow.continueAsNew(order);
            }
            return child("shop.child", "shop:1/child", order);
        }
    }

    private static String child(String type, String id, RawValue order) {
        return Workflow.newUntypedChildWorkflowStub(
                        type,
                        ChildWorkflowOptions.newBuilder().setWorkflowId(id).build())
                .execute(String.class, order);
    }

    /** Reads the result of an activity, a policy, as an order. */
    public static final class Misreading implements Raw {
        @Override
        public String process(WebhookEvent event, RawValue order) {
            ActivityOptions options = ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build();
            return "order "
                    + Workflow.newUntypedActivityStub(options)
                            .execute("durahook.status-attribute", NumberedOrder.class)
                            .id();
        }
    }

    public static final class NumbersInTheConstructor implements Numbered {
        private final NumberedOrder order;

        @WorkflowInit
        public NumbersInTheConstructor(WebhookEvent event, NumberedOrder order) {
            this.order = order;
        }

        @Override
        public String process(WebhookEvent event, NumberedOrder again) {
            return "order " + order.id();
        }
    }

    public static final class TextsInTheConstructor implements Named {
        private final NamedOrder order;

        @WorkflowInit
        public TextsInTheConstructor(WebhookEvent event, NamedOrder order) {
            this.order = order;
        }

        @Override
        public String process(WebhookEvent event, NamedOrder again) {
            return "order " + order.id();
        }
    }
}
