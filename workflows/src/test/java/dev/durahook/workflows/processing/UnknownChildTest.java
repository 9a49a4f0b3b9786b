package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A child workflow whose type no worker knows must not look as if it had succeeded. */
class UnknownChildTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void childOfAnUnknownTypeFailsAndNamesTheType(boolean isOfItsOwnType) {
        try (Shop shop = Shop.open(ParentWorkflow.class)) {
            WorkflowStub event = shop.goOn(Parent.TYPE, isOfItsOwnType);

            assertThat(event.getResult(String.class))
                    .isEqualTo(
                            "UnknownWorkflow: no worker of the task queue shop has the workflow stripe.unknown_child");
        }
    }

    @Test
    void childOfAnUnknownTypeDoesNotRunTheStepsOfItsParentsEvent() {
        ScriptedHandler mail = new ScriptedHandler("mail");
        try (Shop shop = Shop.open(List.of(mail), ParentWorkflow.class)) {
            shop.configuration.plan(new Plan(List.of(new PlannedStep(Kind.HANDLER, "mail", Shop.POLICY)), false));

            assertThat(shop.goOn(Parent.TYPE, false).getResult(String.class)).startsWith("UnknownWorkflow: ");
            assertThat(mail.attempts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Arguments.class)
    void childWithArgumentsOfItsOwnFailsAndNamesTheType(Arguments arguments) throws TimeoutException {
        try (Shop shop = Shop.open(OrderParentWorkflow.class)) {
            WorkflowStub event = shop.goOn(OrderParent.TYPE, arguments);

            assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class))
                    .isEqualTo("UnknownWorkflow: no worker of the task queue shop has the workflow PlaceOrder");
        }
    }

    /** The arguments of a child workflow. */
    public enum Arguments {
        NONE(),
        TEXT("17"),
        OBJECT(Map.of("order", 17)),
        BYTES(new byte[] {1}),
        ABSENT((Object) null);

        private final @Nullable Object[] values;

        Arguments(@Nullable Object... values) {
            this.values = values;
        }
    }

    /** A workflow that starts a child workflow with arguments of its own. */
    @WorkflowInterface
    public interface OrderParent {

        String TYPE = "stripe.order_parent";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body, Arguments arguments);
    }

    public static final class OrderParentWorkflow implements OrderParent {

        @Override
        public String process(WebhookEvent event, RawValue body, Arguments arguments) {
            try {
                return Workflow.newUntypedChildWorkflowStub("PlaceOrder").execute(String.class, arguments.values);
            } catch (ChildWorkflowFailure failure) {
                ApplicationFailure cause = (ApplicationFailure) failure.getCause();
                return cause.getType() + ": " + cause.getOriginalMessage();
            }
        }
    }

    /** A workflow that passes its event to a child workflow. */
    @WorkflowInterface
    public interface Parent {

        String TYPE = "stripe.parent";
        String CHILD = "stripe:evt_1/child";
        String CHILDS_TYPE = "stripe.unknown_child";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event, RawValue body, boolean isOfItsOwnType);
    }

    public static final class ParentWorkflow implements Parent {

        @Override
        public String process(WebhookEvent event, RawValue body, boolean isOfItsOwnType) {
            WebhookEvent childs = isOfItsOwnType ? withType(event, CHILDS_TYPE) : event;
            try {
                Object result = Workflow.newUntypedChildWorkflowStub(
                                CHILDS_TYPE,
                                ChildWorkflowOptions.newBuilder()
                                        .setWorkflowId(CHILD)
                                        .build())
                        .execute(Object.class, childs, body);
                return "no failure, but " + result;
            } catch (ChildWorkflowFailure failure) {
                ApplicationFailure cause = (ApplicationFailure) failure.getCause();
                return cause.getType() + ": " + cause.getOriginalMessage();
            }
        }

        private static WebhookEvent withType(WebhookEvent event, String type) {
            return new WebhookEvent(
                    event.id(),
                    event.source(),
                    type,
                    event.receivedAt(),
                    event.headers(),
                    event.originalId(),
                    event.position());
        }
    }
}
