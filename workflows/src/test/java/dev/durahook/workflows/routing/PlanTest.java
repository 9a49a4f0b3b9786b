package dev.durahook.workflows.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan SMALLEST = new Plan(List.of(new PlannedStep(Kind.DELIVERY, "crm", "default")), false);
    private static final Plan UNMET =
            new Plan(List.of(), false, null, List.of("Route a does not apply: /action has another value."));
    private static final Plan WITH_PRIORITY = withPriority(new TaskPriority(1, "vip", 2.5f));

    @Test
    void isWrittenAsTheGoldenFilesSay() {
        assertThat(Golden.write(SMALLEST)).isEqualTo(Golden.text("plan.json"));
        assertThat(Golden.write(UNMET)).isEqualTo(Golden.text("plan-unmet.json"));
        assertThat(Golden.write(WITH_PRIORITY)).isEqualTo(Golden.text("plan-with-priority.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("plan.json", Plan.class)).isEqualTo(SMALLEST);
        assertThat(Golden.read("plan-unmet.json", Plan.class)).isEqualTo(UNMET);
        assertThat(Golden.read("plan-with-priority.json", Plan.class)).isEqualTo(WITH_PRIORITY);
    }

    @Test
    void planOfANewerWorkerMayHaveMoreFields() {
        assertThat(Golden.read("plan-newer.json", Plan.class)).isEqualTo(withPriority(new TaskPriority(1, null, null)));
    }

    private static Plan withPriority(TaskPriority priority) {
        return new Plan(List.of(new PlannedStep(Kind.DELIVERY, "crm", "default", priority, null)), false);
    }
}
