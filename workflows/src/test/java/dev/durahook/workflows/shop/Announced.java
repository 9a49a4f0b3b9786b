package dev.durahook.workflows.shop;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkingActivities;
import dev.durahook.workflows.processing.Step;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Workflows that register the handler of their signal when they begin, and run a step for each order they are told. */
public interface Announced {

    String SIGNAL = "announce";

    /** The signal of the workflow that registers a listener. */
    interface Orders {
        @SignalMethod(name = SIGNAL)
        void announce(String order);
    }

    private static void step(String name) {
        Step.named(name)
                .under(Shop.POLICY)
                .call(options -> Workflow.newActivityStub(ParkingActivities.class, options)
                        .statusAttributeRegistered());
    }

    private static String ship(List<String> orders) {
        Workflow.await(() -> !orders.isEmpty());
        step("Open the store");
        List<String> all = List.copyOf(orders);
        all.forEach(order -> step("Ship " + order));
        return String.join(", ", all);
    }

    /** Registers a listener. */
    @WorkflowInterface
    interface Listening {

        String TYPE = "stripe.announced";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** Registers a listener. */
    final class ListeningWorkflow implements Listening {

        private final List<String> orders = new ArrayList<>();

        @Override
        public String process(WebhookEvent event) {
            Workflow.registerListener((Orders) orders::add);
            return ship(orders);
        }
    }

    /** Registers a handler of all signals. */
    @WorkflowInterface
    interface ListeningToAll {

        String TYPE = "stripe.announced_to_all";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** Registers a handler of all signals. */
    final class ListeningToAllWorkflow implements ListeningToAll {

        private final List<String> orders = new ArrayList<>();

        @Override
        public String process(WebhookEvent event) {
            Workflow.registerListener((DynamicSignalHandler) (name, input) -> orders.add(input.get(0, String.class)));
            return ship(orders);
        }
    }

    /** Runs a step before it registers a handler of all signals. */
    @WorkflowInterface
    interface ListeningLate {

        String TYPE = "stripe.announced_late";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** Runs a step before it registers a handler of all signals. */
    final class ListeningLateWorkflow implements ListeningLate {

        private final List<String> orders = new ArrayList<>();

        @Override
        public String process(WebhookEvent event) {
            step("Read the stock");
            Workflow.registerListener((DynamicSignalHandler) (name, input) -> orders.add(input.get(0, String.class)));
            return ship(orders);
        }
    }

    /** Registers a handler of all signals after a moment, and is told two orders. */
    @WorkflowInterface
    interface ListeningInAMoment {

        String TYPE = "stripe.announced_in_a_moment";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** Registers a handler of all signals after a moment, and is told two orders. */
    final class ListeningInAMomentWorkflow implements ListeningInAMoment {

        private final List<String> orders = new ArrayList<>();

        @Override
        public String process(WebhookEvent event) {
            Workflow.sleep(Duration.ofSeconds(3));
            Workflow.registerListener((DynamicSignalHandler) (name, input) -> orders.add(input.get(0, String.class)));
            Workflow.await(Duration.ofDays(1), () -> orders.size() == 2);
            return String.join(", ", orders);
        }
    }

    /** Runs a step in the handler of its signal. */
    @WorkflowInterface
    interface Shipping {

        String TYPE = "stripe.shipping";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    /** Runs a step in the handler of its signal. */
    final class ShippingWorkflow implements Shipping {

        private final List<String> orders = new ArrayList<>();

        @Override
        public String process(WebhookEvent event) {
            Workflow.registerListener((Orders) order -> {
                step("Ship " + order);
                orders.add(order);
            });
            Workflow.await(() -> !orders.isEmpty());
            return String.join(", ", orders);
        }
    }
}
