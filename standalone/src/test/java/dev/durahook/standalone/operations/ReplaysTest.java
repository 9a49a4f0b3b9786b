package dev.durahook.standalone.operations;

import dev.durahook.testing.processing.ProcessedEvent;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate that operations.md gives to authors lets every event through whose workflow has not changed. */
class ReplaysTest {

    @TempDir
    Path folder;

    @Test
    void eventThatIsParkedBecauseOfItsBodyReplays() throws Exception {
        try (TestWorker worker = TestWorker.of(NumberedWorkflow.class)) {
            ProcessedEvent event =
                    worker.process("shop.numbered", "{\"id\": \"x\"}").assertParked("UnreadableBody");
            Path history = folder.resolve("history.json");
            Files.writeString(
                    history,
                    worker.client()
                            .fetchHistory(event.workflow().getExecution().getWorkflowId())
                            .toJson(true));
            Replays.replay(history, NumberedWorkflow.class);
        }
    }

    /** The body that the workflow reads. */
    public record Numbered(long id) {}

    /** A workflow with a body of a type of its own. */
    @WorkflowInterface
    public interface NumberedEvent {

        @WorkflowMethod(name = "shop.numbered")
        String process(WebhookEvent event, Numbered body);
    }

    public static final class NumberedWorkflow implements NumberedEvent {

        @Override
        public String process(WebhookEvent event, Numbered body) {
            return "number " + body.id();
        }
    }
}
