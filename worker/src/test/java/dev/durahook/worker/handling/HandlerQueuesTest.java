package dev.durahook.worker.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.OrderPaid;
import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.InvalidRoutesException;
import io.temporal.spring.boot.ActivityImpl;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerQueuesTest {

    @Test
    void eachHandlerHasAQueueBesideEachThatIsServed() {
        HandlerQueues queues = new HandlerQueues(List.of("durahook", "slow"), List.of(new Mail(50), new Named("book")));
        assertThat(queues.names())
                .containsExactlyInAnyOrder(
                        "durahook.handler.mail", "slow.handler.mail", "durahook.handler.book", "slow.handler.book");
        assertThat(queues.of("slow", "mail")).contains("slow.handler.mail");
    }

    @Test
    void otherActivityStaysOnItsQueue() {
        HandlerQueues queues = new HandlerQueues(List.of("durahook"), List.of(new Mail(50)));
        assertThat(queues.of("durahook", "ship")).isEmpty();
        assertThat(queues.of("another", "mail")).isEmpty();
    }

    @Test
    void aHandlerWithoutAShareIsRefused() {
        assertThatThrownBy(() -> new HandlerQueues(List.of("durahook"), List.of(new Mail(0))))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageContaining("handler mail")
                .hasMessageContaining("its concurrency must be 1 or more");
    }

    @Test
    void aNameThatCanNotBeAQueuesIsRefused() {
        assertThatThrownBy(() -> new HandlerQueues(List.of("durahook"), List.of(new Named(" "))))
                .hasMessageContaining("its name() must not be null or empty");
        new HandlerQueues(List.of("durahook"), List.of(new Named("é".repeat(91))));
        assertThatThrownBy(() -> new HandlerQueues(List.of("durahook"), List.of(new Named("é".repeat(92)))))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageContaining("must not be longer than 200 bytes");
    }

    @Test
    void theWorkerHasAWorkerForEachWithItsConcurrency() {
        WorkerContext.with("durahook.worker.task-queues=durahook,slow")
                .withBean(EventHandler.class, () -> new Mail(7))
                .run(context -> {
                    WorkerFactory factory = context.getBean(WorkerFactory.class);
                    assertThat(List.of(
                                    factory.getWorker("durahook.handler.mail"), factory.getWorker("slow.handler.mail")))
                            .extracting(Worker::getWorkerOptions)
                            .allSatisfy(options -> assertThat(options.getWorkerTuner()
                                            .getActivityTaskSlotSupplier()
                                            .getMaximumSlots())
                                    .contains(7));
                });
    }

    @Test
    void startStopsIfAHandlerHasNoShare() {
        WorkerContext.with()
                .withBean(EventHandler.class, () -> new Mail(-1))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("handler mail: its concurrency must be 1 or more"));
    }

    @Test
    void activityWithTheNameOfAHandlerStopsTheStart() {
        WorkerContext.with()
                .withBean(EventHandler.class, () -> new Named("ship"))
                .withBean(OrderPaid.CourierShippingActivities.class)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(StartReports.first(context.getStartupFailure()).getDescription())
                            .isEqualTo("handler ship (dev.durahook.worker.handling.Named): the activity"
                                    + " com.acme.shop.OrderPaid$ShippingActivities.ship has the same name, so one of them"
                                    + " would run in place of the other; give the activity another name in"
                                    + " @ActivityMethod");
                });
    }

    // The handler's attempts never come to a task queue on which the worker processes no events.
    @Test
    void activityOnAnotherTaskQueueMayHaveTheNameOfAHandler() {
        WorkerContext.with()
                .withBean(EventHandler.class, () -> new Named("ship"))
                .withBean(ShippingElsewhere.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** An activity on a task queue without events. */
    @ActivityImpl(taskQueues = "orders")
    static class ShippingElsewhere implements OrderPaid.ShippingActivities {

        @Override
        public String ship(int order) {
            return "shipped";
        }
    }
}
