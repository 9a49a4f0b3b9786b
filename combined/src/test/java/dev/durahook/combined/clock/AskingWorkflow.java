package dev.durahook.combined.clock;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.Policies;
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
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the worker as every plan does, with waits in between that are timers of the workflow. */
@WorkflowInterface
public interface AskingWorkflow {

    @WorkflowMethod(name = "webhook.asking")
    void process(WebhookEvent event, RawValue body);

    /** Asks with the options of all questions to the worker. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class PatientWorkflow implements AskingWorkflow {

        @Override
        public void process(WebhookEvent event, RawValue body) {
            LocalActivityOptions options = LocalActivityOptions.newBuilder(Policies.localOptions())
                    .setLocalRetryThreshold(Duration.ofMillis(100))
                    .build();
            Workflow.newLocalActivityStub(Answers.class, options).answer(event.id());
        }
    }

    /** The worker's answers. */
    @ActivityInterface
    interface Answers {

        @ActivityMethod(name = "answer")
        void answer(String id);
    }

    /** Has no answer before the file {@link ClockHandlers#ANSWER} exists. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class LateAnswers implements Answers {

        @Override
        public void answer(String id) {
            Path folder = ClockHandlers.folder();
            try {
                Files.writeString(folder.resolve(ClockHandlers.ASKED), id);
                if (Files.notExists(folder.resolve(ClockHandlers.ANSWER))) {
                    throw new IllegalStateException("no answer yet");
                }
                ClockHandlers.record(id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
