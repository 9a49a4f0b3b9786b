package dev.durahook.workflows.size;

import dev.durahook.workflows.policy.RetryPolicy;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Sends values that are larger than Temporal takes. */
public final class LargeValues implements DynamicWorkflow {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final RetryPolicy POLICY = new RetryPolicy(
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            3,
            TIME,
            null,
            List.of(),
            null,
            0,
            List.of(),
            null,
            true,
            false,
            null);

    @Override
    public Object execute(EncodedValues arguments) {
        return refused("a".repeat(2_800_000)) + lengths("a".repeat(300_000));
    }

    // In one configuration Temporal takes this, in another not.
    private static List<Integer> lengths(String part) {
        String first = POLICY.runInline("first", options -> activity(options, part, "b"));
        String second = activities().execute("activity", String.class, part, part);
        String made = Workflow.sideEffect(String.class, () -> part);
        return List.of(first.length(), second.length(), made.length());
    }

    private static String refused(String whole) {
        return List.of(
                        failure(() -> activities().execute("activity", String.class, whole)),
                        failure(() ->
                                Workflow.newUntypedChildWorkflowStub("child").execute(String.class, whole)),
                        failure(() -> signal(whole)),
                        failure(() -> Workflow.sideEffect(String.class, () -> whole)))
                .toString();
    }

    private static String signal(String whole) {
        Workflow.newUntypedExternalWorkflowStub(
                        WorkflowExecution.newBuilder().setWorkflowId("other").build())
                .signal("signal", whole);
        return "signalled";
    }

    private static String failure(Supplier<String> call) {
        try {
            return "none: " + call.get();
        } catch (TemporalFailure failure) {
            return failure.getClass().getSimpleName();
        }
    }

    private static ActivityStub activities() {
        return Workflow.newUntypedActivityStub(
                ActivityOptions.newBuilder().setStartToCloseTimeout(TIME).build());
    }

    private static String activity(ActivityOptions options, String... values) {
        return Workflow.newUntypedActivityStub(options).execute("activity", String.class, (Object[]) values);
    }
}
