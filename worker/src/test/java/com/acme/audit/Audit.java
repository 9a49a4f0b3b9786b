package com.acme.audit;

import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.processing.Step;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.spring.boot.ActivityImpl;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes many events into the history of its run, and then files a report. */
@WorkflowInterface
public interface Audit {

    /** The type of the events. */
    String TYPE = "bank.audit";

    @WorkflowMethod(name = TYPE)
    void process(WebhookEvent event);

    /** The workflow, whose history has more than 40,000 events when the report is filed. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class AuditWorkflow implements Audit {

        private static final int TASKS = 10;
        private static final int EVENTS_OF_A_TASK = 4_000;

        @Override
        public void process(WebhookEvent event) {
            for (int task = 0; task < TASKS; task++) {
                for (int i = 0; i < EVENTS_OF_A_TASK; i++) {
                    Workflow.sideEffect(Boolean.class, () -> true);
                }
                Workflow.sleep(Duration.ofMillis(1));
            }
            Step.named("File the report")
                    .under("quick")
                    .run(options ->
                            Workflow.newActivityStub(Office.class, options).file(event.id()));
        }
    }

    /** Files one large report. */
    @WorkflowInterface
    interface Statement {

        /** The type of the events. */
        String TYPE = "bank.statement";

        @WorkflowMethod(name = TYPE)
        void process(WebhookEvent event);
    }

    /** The workflow whose history gets nearly two megabytes with each retry. */
    @WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
    class StatementWorkflow implements Statement {

        private static final int LENGTH = 1_900_000;

        @Override
        public void process(WebhookEvent event) {
            Step.named("File the report")
                    .under("quick")
                    .run(options ->
                            Workflow.newActivityStub(Office.class, options).file("a".repeat(LENGTH)));
        }
    }

    /** Files reports. */
    @ActivityInterface
    interface Office {

        @ActivityMethod(name = "file")
        void file(String report);
    }

    /** An office that is closed, and counts in vain attempts. */
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    class ClosedOffice implements Office {

        private static final AtomicInteger ATTEMPTS = new AtomicInteger();

        /** How many attempts there were. */
        public static int attempts() {
            return ATTEMPTS.get();
        }

        @Override
        public void file(String report) {
            ATTEMPTS.incrementAndGet();
            throw new IllegalStateException("the office is closed");
        }
    }
}
