package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The progress that one run of an event's workflow passes to the next run, perhaps on a newer worker. */
class EventProgressTest {

    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, "crm", "payments");
    private static final PlannedStep MAIL = new PlannedStep(Kind.HANDLER, "mail", "payments");

    @Test
    void isWrittenWithTheKeysOfItsSteps() {
        assertThat(Golden.write(progress("deliver:crm", "handle:mail"))).isEqualTo(Golden.text("progress.json"));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("progress.json", EventProgress.class)).isEqualTo(progress("deliver:crm", "handle:mail"));
    }

    @Test
    void olderWorkersWroteTitlesWithoutKeys() {
        EventProgress older = Golden.read("progress-before-keys.json", EventProgress.class);
        assertThat(older).isEqualTo(progress(null, null));
        assertThat(older.ended().get(0).isOf(MAIL)).isTrue();
        assertThat(older.ended().get(0).isOf(CRM)).isFalse();
        assertThat(older.parked().get(0).isAt("deliver:crm")).isTrue();
        assertThat(older.parked().get(0).isAt("handle:mail")).isFalse();
    }

    @Test
    void titleDoesNotIdentifyAStep() {
        StepOutcome reworded = new StepOutcome("handle:mail", "Send the welcome mail", "done", null);
        assertThat(reworded.isOf(MAIL)).isTrue();
        ParkedStep parked = new ParkedStep("Tell the CRM", "down", null, null, Instant.EPOCH, null, "deliver:crm");
        assertThat(List.of("deliver:crm", "Tell the CRM", "Deliver to crm")).allMatch(parked::isAt);
        assertThat(List.of("crm", "handle:crm", "Deliver to crm2", "")).noneMatch(parked::isAt);
    }

    private static EventProgress progress(String parkedKey, String outcomeKey) {
        return new EventProgress(
                new Plan(List.of(CRM, MAIL), false),
                List.of(new StepOutcome(outcomeKey, "Handle: mail", "done", "sent")),
                List.of(new ParkedStep(
                        "Deliver to crm",
                        "crm answered 503 (`DestinationUnavailable`)",
                        3,
                        "`payments`: 3 attempts, 0.1s ×2 up to 0.1s",
                        Instant.parse("2026-11-24T10:10:05Z"),
                        null,
                        parkedKey)));
    }
}
