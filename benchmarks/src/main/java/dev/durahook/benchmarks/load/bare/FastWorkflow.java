package dev.durahook.benchmarks.load.bare;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The cheapest way to process an event with Temporal's SDK: a workflow with one local activity, started eagerly. */
@WorkflowInterface
public interface FastWorkflow {

    /** The workflow type. */
    String TYPE = "benchmark.fast";

    /** Processes an event. */
    @WorkflowMethod(name = TYPE)
    void process(String id, RawValue body);

    /** Runs one local activity. */
    class OneLocalActivity implements FastWorkflow {

        private static final LocalActivityOptions OPTIONS = LocalActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .build();

        @Override
        public void process(String id, RawValue body) {
            Workflow.newLocalActivityStub(BareActivities.class, OPTIONS).effect(id, body);
        }
    }
}
