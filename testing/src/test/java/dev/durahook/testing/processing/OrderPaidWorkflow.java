package dev.durahook.testing.processing;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.DestinationStep;
import dev.durahook.workflows.processing.Step;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

public final class OrderPaidWorkflow implements OrderPaid {

    private String packedBy = "";

    @Override
    public String process(WebhookEvent event, RawValue order) {
        Promise<String> booked = Async.function(() -> Step.named("Book")
                .call(options ->
                        Workflow.newActivityStub(Activities.class, options).book(event.id())));
        Promise<Void> reserved = Async.procedure(() -> Step.named("Reserve")
                .under("stock")
                .run(options ->
                        Workflow.newActivityStub(Activities.class, options).reserve(event.id())));
        reserved.get();
        DestinationStep.to("crm").send(event);
        Workflow.await(() -> !packedBy.isEmpty());
        Workflow.sleep(Duration.ofDays(1));
        return booked.get() + ", packed by " + packedBy;
    }

    @Override
    public void packed(String by) {
        packedBy = by;
    }
}
