package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedActivity;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Destinations whose activity runs on other workers. At the end, their workflows are replayed. */
class RemoteActivitiesTest {

    private static final String TYPE = "stripe.customer_created";

    // Handlers take the place of the team's activities.
    private final ScriptedHandler score = new ScriptedHandler("score_order");
    private final ScriptedHandler audit = new ScriptedHandler("audit");
    private final Shop shop = Shop.open(List.of(score, audit));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void activityRunsOnItsQueueAndReports() {
        plan(step("score", "score_order", "shop"));
        assertThat(shop.deliver(TYPE).getResult(Outcome.class).steps())
                .containsExactly(new StepOutcome("deliver:score", "Deliver to score", "done", "done"));
    }

    @Test
    void exhaustedPolicyParks() {
        score.does(attempt -> {
            throw new IOException("busy");
        });
        plan(step("score", "score_order", "shop"));
        WorkflowStub workflow = shop.deliver(TYPE);
        shop.letPass(Duration.ofDays(1));
        assertThat(score.attempts()).hasSize(3);
        assertThat(shop.details(workflow)).startsWith("**Parked").contains("- Step: `Deliver to score`\n", "busy");
        score.does(attempt -> "scored");
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).steps().get(0).result()).isEqualTo("scored");
    }

    // An event that no worker takes is parked after a day.
    @Test
    void activityWaitsNoLongerThanADayForAWorker() {
        plan(step("score", "score_order", "shop"));
        WorkflowStub workflow = shop.deliver(TYPE);
        workflow.getResult(Outcome.class);
        assertThat(scheduled(workflow)).singleElement().satisfies(activity -> {
            assertThat(activity.getTaskQueue().getName()).isEqualTo("shop");
            assertThat(activity.getScheduleToStartTimeout().getSeconds())
                    .isEqualTo(Duration.ofDays(1).toSeconds());
        });
    }

    // Together, large bodies are more than one message to Temporal may hold.
    @Test
    void largeBodiesOfOneEventAreScheduledInTasksOfTheirOwn() {
        plan(step("score", "score_order", "shop"), step("audit", "audit", "shop"));
        byte[] large = ("\"" + "a".repeat(100_000) + "\"").getBytes(StandardCharsets.UTF_8);
        WorkflowStub workflow = shop.deliver(TYPE, large);
        assertThat(workflow.getResult(Outcome.class).steps()).hasSize(2);
        assertThat(tasksThatScheduled(workflow)).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void smallBodiesAreScheduledTogether() {
        plan(step("score", "score_order", "shop"), step("audit", "audit", "shop"));
        WorkflowStub workflow = shop.deliver(TYPE);
        workflow.getResult(Outcome.class);
        List<Long> tasks = tasksThatScheduled(workflow);
        assertThat(tasks).hasSize(2);
        assertThat(tasks.get(0)).isEqualTo(tasks.get(1));
    }

    private List<Long> tasksThatScheduled(WorkflowStub workflow) {
        return scheduled(workflow).stream()
                .map(ActivityTaskScheduledEventAttributes::getWorkflowTaskCompletedEventId)
                .toList();
    }

    private List<ActivityTaskScheduledEventAttributes> scheduled(WorkflowStub workflow) {
        return shop.client().fetchHistory(workflow.getExecution().getWorkflowId()).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .toList();
    }

    private void plan(PlannedStep... steps) {
        shop.configuration.plan(new Plan(Arrays.asList(steps), false));
    }

    private static PlannedStep step(String name, String activity, String taskQueue) {
        return new PlannedStep(Kind.DELIVERY, name, Shop.POLICY, null, new PlannedActivity(activity, taskQueue));
    }
}
