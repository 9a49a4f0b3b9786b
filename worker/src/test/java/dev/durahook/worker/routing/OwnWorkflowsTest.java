package dev.durahook.worker.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.misnamed.OrderCreated;
import dev.durahook.testsupport.LogLines;
import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.registration.WorkflowSignatures;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A workflow that no event can start is reported before the first event completes as unhandled. */
@ExtendWith(OutputCaptureExtension.class)
class OwnWorkflowsTest {

    @RegisterExtension
    final LogLines log = LogLines.of(WorkflowSignatures.class).ofOwnThread();

    private static final String MESSAGE = "workflow 'shopify.orders/create': no event has this type; name it"
            + " 'shopify.orders_create', because every character but letters, digits, '.', '_' and '-' becomes a '_'";

    @Test
    void nameThatIsTheProvidersOwnIsRefusedWithTheRightOne() {
        assertThatThrownBy(() -> of(OrderCreated.Implementation.class).check())
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessage(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Retried.class, RetriedByAnotherInterface.class, RetriedByASubinterface.class})
    void signalOfTheOperatorsIsRefused(Class<?> workflow) {
        assertThatThrownBy(() -> of(workflow).check())
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessage(
                        "workflow 'shop.retried': it has a signal 'retry' of its own, which operators send to parked"
                                + " events; rename it");
    }

    @Test
    void itStopsTheStart() {
        WorkerContext.with("spring.temporal.workers-auto-discovery.workflow-packages=com.acme.misnamed")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(StartReports.first(context.getStartupFailure()).getDescription())
                            .isEqualTo(MESSAGE);
                });
    }

    @Test
    void workflowOnATaskQueueWithoutEventsIsWarnedOfAndTakesNoEvents(CapturedOutput output) {
        WorkerContext.with("spring.temporal.workers-auto-discovery.workflow-packages=com.acme.elsewhere")
                .run(context -> {
                    assertThat(context.getBean(DeclaredPlans.class).mayTake("shop.shipped"))
                            .isFalse();
                    assertThat(context.getBean(RoutingSummary.class).lines())
                            .containsExactly("Other events: completed");
                });
        assertThat(output)
                .containsOnlyOnce("Workflow 'shop.shipped' takes a WebhookEvent and is on the task queue orders, which"
                        + " durahook.worker.task-queues does not list.");
    }

    @Test
    void workflowOnATaskQueueOfEventsIsListedAndNotWarnedOf(CapturedOutput output) {
        WorkerContext.with(
                        "spring.temporal.workers-auto-discovery.workflow-packages=com.acme.elsewhere",
                        "durahook.worker.task-queues=durahook,orders")
                .run(context -> assertThat(context.getBean(RoutingSummary.class).lines())
                        .containsExactly(
                                "Event types with a workflow of their own: shop.shipped", "Other events: completed"));
        assertThat(output).doesNotContain("is on the task queue orders");
    }

    @Test
    void workflowThatDurahookWorkflowsStartsOnItsTaskQueueIsNotWarnedOf(CapturedOutput output) {
        WorkerContext.with(
                        "spring.temporal.workers-auto-discovery.workflow-packages=com.acme.elsewhere",
                        "durahook.workflows.orders.event-types=shop.shipped",
                        "durahook.workflows.orders.task-queue=orders")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("is on the task queue orders");
    }

    @Test
    void twoWorkflowsOfOneTypeStopTheStartWithTheRemedy() {
        WorkerContext.with("spring.temporal.workers-auto-discovery.workflow-packages=com.acme.twice")
                .run(context -> {
                    assertThat(context).hasFailed();
                    FailureAnalysis report = StartReports.first(context.getStartupFailure());
                    assertThat(report.getDescription())
                            .startsWith("Two classes on one task queue are for the type 'shop.packed': ");
                    assertThat(report.getAction()).contains("give one of them another name in @WorkflowMethod");
                });
    }

    @Test
    void dynamicWorkflowOnATaskQueueOfEventsStopsTheStartWithTheRemedy() {
        WorkerContext.with("spring.temporal.workers-auto-discovery.workflow-packages=com.acme.dynamic")
                .run(context -> {
                    assertThat(context).hasFailed();
                    FailureAnalysis report = StartReports.first(context.getStartupFailure());
                    assertThat(report.getDescription())
                            .isEqualTo(
                                    "The application has a DynamicWorkflow on a task queue of events, where Durahook has"
                                            + " one already, and Temporal allows a worker one.");
                    assertThat(report.getAction())
                            .isEqualTo("Put the class on another task queue, which durahook.worker.task-queues does not"
                                    + " list.");
                });
    }

    @Test
    void nameWithoutASourceIsWarnedOf(CapturedOutput output) {
        of(Unnamed.class).check();
        assertThat(output)
                .contains("WARN")
                .contains(
                        "Workflow 'Shipment' takes a WebhookEvent, and no event has this type. Unless a workflow of your"
                                + " own starts it, name it <source>.<type>, such as github.push; the source is 1 to 50 lower-case"
                                + " letters, digits and hyphens, the type letters, digits, '.', '_' and '-'");
    }

    @Test
    void validTypeAndWorkflowWithoutAnEventCauseNoWarning() {
        OwnWorkflows workflows = of(Named.class, NoEvent.class);
        workflows.check();
        assertThat(log.messages()).isEmpty();
        assertThat(workflows.types()).containsExactlyInAnyOrder("shopify.orders_create", "billing.run of/the month");
    }

    @Test
    void nameOfAnEventTypeWithoutAnEventAsFirstParameterIsWarnedOf() {
        OwnWorkflows workflows = of(OnlyBody.class, AnyFirst.class);
        workflows.check();
        assertThat(log.messages())
                .singleElement()
                .isEqualTo("Workflow 'shop.refunded' has the name of an event type, and the first parameter of"
                        + " dev.durahook.worker.routing.OwnWorkflowsTest$Refund.run is Push. An event would give it the"
                        + " event's fields, not the body's. Unless only a workflow of your own starts it, declare a"
                        + " WebhookEvent as the first parameter, and the body's type as the second");
    }

    private static OwnWorkflows of(Class<?>... implementations) {
        return OwnWorkflows.of(List.of(implementations));
    }

    @WorkflowInterface
    public interface Shipment {
        @WorkflowMethod
        void ship(WebhookEvent event);
    }

    public static class Unnamed implements Shipment {
        @Override
        public void ship(WebhookEvent event) {}
    }

    @WorkflowInterface
    public interface OrderPlaced {
        @WorkflowMethod(name = "shopify.orders_create")
        void process(WebhookEvent event, String body);
    }

    public static class Named implements OrderPlaced {
        @Override
        public void process(WebhookEvent event, String body) {}
    }

    @WorkflowInterface
    public interface Billing {
        @WorkflowMethod(name = "billing.run of/the month")
        void run(String month);
    }

    public static class NoEvent implements Billing {
        @Override
        public void run(String month) {}
    }

    /** The fields of the body that the workflow reads. */
    public record Push(String id) {}

    @WorkflowInterface
    public interface Refund {
        @WorkflowMethod(name = "shop.refunded")
        void run(Push push);
    }

    public static class OnlyBody implements Refund {
        @Override
        public void run(Push push) {}
    }

    @WorkflowInterface
    public interface Raw {
        @WorkflowMethod(name = "shop.raw")
        void run(RawValue event, Push push);
    }

    @WorkflowInterface
    public interface Untyped {
        @WorkflowMethod(name = "shop.untyped")
        void run(Object event);
    }

    @WorkflowInterface
    public interface NoArgument {
        @WorkflowMethod(name = "shop.nothing")
        void run();
    }

    /** Workflows that read the event otherwise, or not at all. */
    public static class AnyFirst implements Raw, Untyped, NoArgument {
        @Override
        public void run(RawValue event, Push push) {}

        @Override
        public void run(Object event) {}

        @Override
        public void run() {}
    }

    @WorkflowInterface
    public interface RetriedProcess {
        @WorkflowMethod(name = "shop.retried")
        void run(WebhookEvent event);
    }

    @WorkflowInterface
    public interface Retryable {
        @SignalMethod(name = "retry")
        void again();
    }

    public static class RetriedByAnotherInterface implements RetriedProcess, Retryable {
        @Override
        public void run(WebhookEvent event) {}

        @Override
        public void again() {}
    }

    @WorkflowInterface
    public interface RetryableProcess extends RetriedProcess {
        @SignalMethod(name = "retry")
        void again();
    }

    public static class RetriedByASubinterface implements RetryableProcess {
        @Override
        public void run(WebhookEvent event) {}

        @Override
        public void again() {}
    }

    @WorkflowInterface
    public interface WithSignal {
        @WorkflowMethod(name = "shop.retried")
        void run(WebhookEvent event);

        @SignalMethod(name = "retry")
        void again();
    }

    public static class Retried implements WithSignal {
        @Override
        public void run(WebhookEvent event) {}

        @Override
        public void again() {}
    }
}
