package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.Golden;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.parking.ParkedStep;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @Test
    void textsAreCutIfALargeBodyLeavesNoRoomForThem() {
        WebhookEvent event = new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);
        RawValue large = EventBody.of(("\"" + "a".repeat(1_999_998) + "\"").getBytes(StandardCharsets.UTF_8));
        String longest = "\u5931".repeat(2_000);
        List<PlannedStep> steps = IntStream.range(0, 20)
                .mapToObj(i -> new PlannedStep(Kind.HANDLER, "handler-" + i, "payments"))
                .toList();
        EventProgress progress = new EventProgress(
                new Plan(steps, false),
                steps.subList(0, 10).stream()
                        .map(step -> StepOutcome.done(step, longest))
                        .toList(),
                steps.subList(10, 20).stream()
                        .map(step -> new ParkedStep(step.title(), longest, 3, null, Instant.EPOCH, null, step.key()))
                        .toList());

        EventProgress fitting = progress.fitting(event, large);
        assertThat(bytes(event, large, progress)).isGreaterThan(2 * 1024 * 1024);
        assertThat(bytes(event, large, fitting)).isLessThan(2 * 1024 * 1024);
        assertThat(fitting.plan()).isEqualTo(progress.plan());
        assertThat(fitting.ended())
                .hasSize(10)
                .allSatisfy(outcome ->
                        assertThat(outcome.result()).startsWith("\u5931").endsWith("\u2026"));
        assertThat(fitting.parked())
                .extracting(ParkedStep::key)
                .startsWith("handle:handler-10")
                .hasSize(10);

        assertThat(progress.fitting(event, EventBody.of("{}".getBytes(StandardCharsets.UTF_8))))
                .isSameAs(progress);
    }

    private static int bytes(Object... arguments) {
        return DefaultDataConverter.STANDARD_INSTANCE
                .toPayloads(arguments)
                .orElseThrow()
                .getSerializedSize();
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
