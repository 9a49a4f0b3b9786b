package dev.durahook.standalone.endtoend.handlers;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
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
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** A workflow whose effect takes a while, and adds a line to a file each time. */
@WorkflowInterface
public interface SlowEffect {

    /** The system property that names the file. */
    String FILE = "durahook.test.effects";

    @WorkflowMethod(name = "webhook.effect")
    void process(WebhookEvent event, RawValue body);

    /** One step. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class SlowEffectWorkflow implements SlowEffect {

        @Override
        public void process(WebhookEvent event, RawValue body) {
            Step.named("Write a line")
                    .under("webhook")
                    .run(options -> Workflow.newActivityStub(EffectActivities.class, options)
                            .write(event.id()));
        }
    }

    /** The activity. */
    @ActivityInterface
    interface EffectActivities {

        @ActivityMethod(name = "write_line")
        void write(String line);
    }

    /** Writes first and waits afterwards. If the process is killed in between, the effect is made twice. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class FileEffectActivities implements EffectActivities {

        @Override
        public void write(String line) {
            try {
                Path file = Path.of(System.getProperty(FILE));
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
