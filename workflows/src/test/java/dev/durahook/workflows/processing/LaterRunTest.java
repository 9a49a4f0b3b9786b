package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.durahook.workflows.Golden;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events with a parked step whose history became so long that a new run took over. */
class LaterRunTest {

    private static final String TYPE = "stripe.customer_created";
    private static final PlannedStep MAIL = new PlannedStep(Kind.HANDLER, "mail", Shop.POLICY);
    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, Shop.CRM, Shop.POLICY);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedHandler mail = new ScriptedHandler("mail");
    private final Shop shop = Shop.open(List.of(mail));

    @BeforeEach
    void registerStatus() {
        shop.configuration.registerStatus();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private WorkflowStub parkedFor(Duration age, @Nullable Duration timeout, StepOutcome ofMail) {
        ParkedStep parked = new ParkedStep(CRM.title(), "down", 3, null, Shop.NOW.minus(age), timeout, CRM.key());
        Plan plan = new Plan(List.of(CRM, MAIL), false);
        return shop.goOn(TYPE, new EventProgress(plan, List.of(ofMail), List.of(parked)));
    }

    private static StepOutcome done() {
        return StepOutcome.done(MAIL, "sent");
    }

    // A call that waits for the result would let time pass.
    private static boolean hasEnded(WorkflowStub workflow) {
        return workflow.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.json", "progress-before-keys.json"})
    void finishedStepDoesNotRunAgainAlsoIfAnOlderWorkerRecordedIt(String progress) {
        WorkflowStub workflow = shop.goOn(TYPE, Golden.payload(progress));
        shop.letPass(HOUR);
        assertThat(shop.details(workflow))
                .contains("- Step: `Deliver to crm`\n- Key: `deliver:crm`\n", "- `Handle: mail`: done: `sent`\n");
        workflow.signal("retry", Map.of("step", "Deliver to crm"));
        assertThat(workflow.getResult(Outcome.class).steps())
                .extracting(StepOutcome::step, StepOutcome::result)
                .containsExactly(tuple("Deliver to crm", "crm answered 200"), tuple("Handle: mail", "sent"));
        assertThat(mail.attempts()).isEmpty();
    }

    @Test
    void stepIsDiscardedWhenItWasParkedForItsWholeTime() {
        WorkflowStub workflow = parkedFor(Duration.ofMinutes(50), HOUR, done());
        shop.letPass(Duration.ofMinutes(9));
        assertThat(shop.details(workflow)).startsWith("**Parked");
        shop.letPass(Duration.ofMinutes(2));
        assertThat(hasEnded(workflow)).isTrue();
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("partly-discarded");
    }

    @Test
    void stepWhoseTimeIsUpIsDiscardedAtOnce() {
        WorkflowStub workflow = parkedFor(Duration.ofHours(2), HOUR, done());
        shop.letPass(Duration.ofSeconds(10));
        assertThat(hasEnded(workflow)).isTrue();
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("partly-discarded");
        assertThat(shop.status(workflow)).contains("discarded");
    }

    @Test
    void discardedStepOfAnEarlierRunIsStillFoundAfterARetry() {
        WorkflowStub workflow = parkedFor(HOUR, null, StepOutcome.discarded(MAIL, "nobody reads it"));
        shop.letPass(HOUR);
        assertThat(shop.status(workflow)).contains("parked");
        workflow.signal("retry");
        assertThat(workflow.getResult(Outcome.class).outcome()).isEqualTo("partly-discarded");
        assertThat(shop.status(workflow)).contains("discarded");
    }
}
