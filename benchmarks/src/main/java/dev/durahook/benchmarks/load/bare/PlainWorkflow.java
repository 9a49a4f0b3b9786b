package dev.durahook.benchmarks.load.bare;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The usual way to process an event with Temporal's SDK: a workflow with one activity. */
@WorkflowInterface
public interface PlainWorkflow {

    String TYPE = "benchmark.plain";

    @WorkflowMethod(name = TYPE)
    void process(String id, RawValue body);

    /** Runs one activity. */
    class OneActivity implements PlainWorkflow {

        private static final ActivityOptions OPTIONS = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .build();

        @Override
        public void process(String id, RawValue body) {
            Workflow.newActivityStub(BareActivities.class, OPTIONS).effect(id, body);
        }
    }
}
