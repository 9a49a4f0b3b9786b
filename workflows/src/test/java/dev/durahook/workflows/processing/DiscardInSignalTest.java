package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.shop.Booked;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that is parked and discarded in the handler of a signal, beside the workflow's own method. */
@Timeout(120)
class DiscardInSignalTest {

    private static final String CHILD = "a-child";

    private final Shop shop = Shop.open(Booked.BookedWorkflow.class, ParentWorkflow.class);

    @BeforeEach
    void fail() {
        shop.configuration.registerStatus();
        shop.ledger.fail();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void completesTheEventAsDiscarded() {
        WorkflowStub event = shop.deliver(Booked.TYPE);
        shop.signal(event, Booked.SIGNAL);
        assertThat(shop.details(event)).contains("- Step: `Book the payment`");
        event.signal("discard", "a wrong order");

        WorkflowStub latest = shop.client().newUntypedWorkflowStub("stripe:evt_1");
        assertThat(latest.getResult(Outcome.class)).isEqualTo(Outcome.discarded("a wrong order"));
        assertThat(shop.details(latest)).contains("**Discarded:** `a wrong order`", "- Step: `Book the payment`");
        assertThat(shop.status(latest)).contains(EventStatus.DISCARDED);
        assertThat(shop.ledger.calls()).isEqualTo(3);
    }

    @Test
    void failsAChild() {
        WorkflowStub event = shop.deliver(Parent.TYPE);
        WorkflowStub child = shop.client().newUntypedWorkflowStub(CHILD);
        shop.letPass(Duration.ofDays(1));
        shop.signal(child, Booked.SIGNAL);
        child.signal("discard", "a wrong order");
        assertThat(event.getResult(String.class)).isEqualTo("EventDiscarded: a wrong order");
    }

    /** An event whose child does the work. */
    @WorkflowInterface
    public interface Parent {

        String TYPE = "stripe.parent";

        @WorkflowMethod(name = TYPE)
        String process(WebhookEvent event);
    }

    public static final class ParentWorkflow implements Parent {

        @Override
        public String process(WebhookEvent event) {
            try {
                return Workflow.newUntypedChildWorkflowStub(
                                Booked.TYPE,
                                ChildWorkflowOptions.newBuilder()
                                        .setWorkflowId(CHILD)
                                        .build())
                        .execute(String.class, event);
            } catch (ChildWorkflowFailure failure) {
                ApplicationFailure cause = (ApplicationFailure) failure.getCause();
                return cause.getType() + ": " + cause.getOriginalMessage();
            }
        }
    }
}
