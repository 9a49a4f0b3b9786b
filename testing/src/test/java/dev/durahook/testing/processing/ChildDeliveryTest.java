package dev.durahook.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A child workflow sends the event's body, and never an argument of its own. */
class ChildDeliveryTest {

    private static final String BODY = "{ \"order\": 7 }";

    private final TestWorker worker = TestWorker.of(ParentWorkflow.class)
            .with(LineWorkflow.class)
            .with(AloneWorkflow.class)
            .with(NestingWorkflow.class)
            .with(PartWorkflow.class)
            .with(StrangerWorkflow.class)
            .with(AgainWorkflow.class);
    private final FakeDestination crm = worker.destination("crm");

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void childWithAnotherSecondArgumentSendsTheBodyOfTheEvent() {
        worker.process(child("line", BODY)).assertCompleted("sent");
        assertThat(crm.bodies()).containsExactly(BODY);
    }

    @Test
    void childWithoutASecondArgumentSendsTheBodyOfTheEvent() {
        worker.process(child("alone", BODY)).assertCompleted("sent");
        assertThat(crm.bodies()).containsExactly(BODY);
    }

    @Test
    void childOfAChildSendsTheBodyOfTheEvent() {
        worker.process(child("nesting", BODY)).assertCompleted("sent");
        assertThat(crm.bodies()).containsExactly(BODY);
    }

    @Test
    void childWithAnEventOfItsOwnSendsTheBodyOfThatEvent() {
        worker.process(child("part", BODY)).assertCompleted("sent");
        assertThat(crm.bodies()).containsExactly("part");
    }

    @Test
    void childThatSendsAnotherEventIsParkedAndSendsNothing() {
        ProcessedEvent event = worker.process(child("stranger", BODY));
        event.child("stranger").assertParked("NoStoredBody").assertAttempts(1);
        assertThat(crm.bodies()).isEmpty();
    }

    @Test
    void laterRunOfAnEventSendsTheBodyThatItWasGiven() {
        worker.process("shop.again", BODY).assertCompleted("sent");
        assertThat(crm.bodies()).containsExactly(BODY);
    }

    @Test
    void laterRunWithoutTheBodyIsParkedAndSendsNothing() {
        worker.process("shop.again", "\"forget\"").assertParked("NoStoredBody").assertAttempts(1);
        assertThat(crm.bodies()).isEmpty();
    }

    // The type of the child is in the event's envelope, because the body is what is tested.
    private static TestEvent child(String type, String body) {
        return TestEvent.of("shop.parent", body).withEnvelope("/child", type);
    }

    private static String send(WebhookEvent event) {
        return DestinationStep.to("crm").send(event).map(answer -> "sent").orElseThrow();
    }

    private static String call(String type, String id, Object... arguments) {
        return Workflow.newUntypedChildWorkflowStub(
                        type,
                        ChildWorkflowOptions.newBuilder().setWorkflowId(id).build())
                .execute(String.class, arguments);
    }

    private static WebhookEvent withId(String id, WebhookEvent event) {
        return new WebhookEvent(id, event.source(), event.type(), event.receivedAt(), event.headers(), null);
    }

    /** An argument that is not the event's body. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String sku) {}

    /** The event's own workflow. */
    @WorkflowInterface
    public interface Parent {

        @WorkflowMethod(name = "shop.parent")
        String process(WebhookEvent event);
    }

    public static final class ParentWorkflow implements Parent {

        @Override
        public String process(WebhookEvent event) {
            String type = String.valueOf(event.envelope().get("/child"));
            String id = event.id() + "/" + type;
            return switch (type) {
                case "line" -> call(type, id, event, new Line("a"));
                case "part" -> call(type, id, withId(id, event), EventBody.of("part".getBytes(StandardCharsets.UTF_8)));
                default -> call(type, id, event);
            };
        }
    }

    /** A child whose second argument is its own. */
    @WorkflowInterface
    public interface LineChild {

        @WorkflowMethod(name = "line")
        String process(WebhookEvent event, Line line);
    }

    public static final class LineWorkflow implements LineChild {

        @Override
        public String process(WebhookEvent event, Line line) {
            return send(event);
        }
    }

    /** A child with one argument. */
    @WorkflowInterface
    public interface Alone {

        @WorkflowMethod(name = "alone")
        String process(WebhookEvent event);
    }

    public static final class AloneWorkflow implements Alone {

        @Override
        public String process(WebhookEvent event) {
            return send(event);
        }
    }

    /** A child with a child of its own. */
    @WorkflowInterface
    public interface Nesting {

        @WorkflowMethod(name = "nesting")
        String process(WebhookEvent event);
    }

    public static final class NestingWorkflow implements Nesting {

        @Override
        public String process(WebhookEvent event) {
            return call("line", event.id() + "/nesting/line", event, new Line("b"));
        }
    }

    /** A child that is given a part of the event as an event. */
    @WorkflowInterface
    public interface Part {

        @WorkflowMethod(name = "part")
        String process(WebhookEvent event, RawValue body);
    }

    public static final class PartWorkflow implements Part {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            return send(event);
        }
    }

    /** A child that sends an event with which no workflow was started. */
    @WorkflowInterface
    public interface Stranger {

        @WorkflowMethod(name = "stranger")
        String process(WebhookEvent event);
    }

    public static final class StrangerWorkflow implements Stranger {

        @Override
        public String process(WebhookEvent event) {
            return send(withId("shop:stranger", event));
        }
    }

    /** An event's own workflow that continues as new, with the body or without it. */
    @WorkflowInterface
    public interface Again {

        @WorkflowMethod(name = "shop.again")
        String process(WebhookEvent event, RawValue body);
    }

    public static final class AgainWorkflow implements Again {

        @Override
        public String process(WebhookEvent event, RawValue body) {
            if (Workflow.getInfo().getContinuedExecutionRunId().isPresent()) {
                return send(event);
            }
            boolean forgets = new String(EventBody.bytes(body), StandardCharsets.UTF_8).contains("forget");
            Workflow.continueAsNew(forgets ? new Object[] {event} : new Object[] {event, body});
            throw new IllegalStateException("has continued as new");
        }
    }
}
