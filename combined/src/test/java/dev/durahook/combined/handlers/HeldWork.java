package dev.durahook.combined.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.spring.boot.ActivityImpl;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** A workflow whose first task lasts until the test lets it end: the task runs a local activity that waits. */
@WorkflowInterface
public interface HeldWork {

    /** The system property that names the folder of the files below. */
    String FOLDER = "durahook.test.folder";

    /** The name of the file whose existence lets the work end. */
    String RELEASE = "release";

    /** The name of the file to which the event ID is appended, as a line, when the work for an event ends. */
    String DONE = "done";

    /** The text that a process prints, followed by the event ID, as soon as it holds a task. */
    String HOLDING = "HOLDING ";

    @WorkflowMethod(name = "webhook.held")
    void process(WebhookEvent event, RawValue body);

    /** Runs one local activity. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class HeldWorkflow implements HeldWork {

        @Override
        public void process(WebhookEvent event, RawValue body) {
            LocalActivityOptions options = LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                    .build();
            Workflow.newLocalActivityStub(HoldingActivities.class, options).hold(event.id());
        }
    }

    /** The activity that waits. */
    @ActivityInterface
    interface HoldingActivities {

        @ActivityMethod(name = "hold")
        void hold(String id);
    }

    /** Waits for the file {@link #RELEASE}. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class FileHoldingActivities implements HoldingActivities {

        private final Path folder = Path.of(System.getProperty(FOLDER));

        @Override
        public void hold(String id) {
            System.out.println(HOLDING + id);
            try {
                while (Files.notExists(folder.resolve(RELEASE))) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                Files.writeString(
                        folder.resolve(DONE), id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
