package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import dev.durahook.worker.handling.Mail;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;

class InlinePlacesTest {

    private static final String CRM = "durahook.destinations.crm.url=https://crm.example.com/hooks";
    private static final PlannedStep HANDLED = new PlannedStep(PlannedStep.Kind.HANDLER, "mail", "default");
    private static final PlannedStep SENT = new PlannedStep(PlannedStep.Kind.DELIVERY, "crm", "default");

    @Test
    void handlerTakesTwentyPlaces() {
        assertThat(places(HANDLED)).isEqualTo(20);
    }

    @Test
    void allTakeHalfOfTheWorkflowTasksThatTheWorkerRuns() {
        assertThat(places(
                        HANDLED,
                        "spring.temporal.workers[0].task-queue=durahook",
                        "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-executors=10"))
                .isEqualTo(5);
    }

    @Test
    void destinationTakesHalfOfItsConcurrency() {
        assertThat(places(SENT, CRM, "durahook.destinations.crm.signature=none"))
                .isEqualTo(5);
    }

    @Test
    void destinationWithARateTakesNone() {
        assertThat(places(
                        SENT,
                        CRM,
                        "durahook.destinations.crm.signature=none",
                        "durahook.destinations.crm.requests-per-second=5"))
                .isZero();
    }

    @Test
    void stepThatThisWorkerDoesNotKnowTakesNone() {
        assertThat(places(SENT)).isZero();
        assertThat(places(new PlannedStep(PlannedStep.Kind.HANDLER, "another", "default")))
                .isZero();
    }

    @Test
    void placeThatIsGivenBackCanBeTakenAgain() {
        worker(context -> {
            InlinePlaces places = context.getBean(InlinePlaces.class);
            takeAll(places, HANDLED).forEach(InlinePlace::giveBack);
            assertThat(takeAll(places, HANDLED)).hasSize(20);
        });
    }

    private static int places(PlannedStep step, String... properties) {
        int[] taken = new int[1];
        worker(
                context -> taken[0] =
                        takeAll(context.getBean(InlinePlaces.class), step).size(),
                properties);
        return taken[0];
    }

    private static List<InlinePlace> takeAll(InlinePlaces places, PlannedStep step) {
        List<InlinePlace> taken = new ArrayList<>();
        for (Optional<InlinePlace> place = places.take(step, "durahook");
                place.isPresent();
                place = places.take(step, "durahook")) {
            taken.add(place.get());
        }
        return taken;
    }

    private static void worker(ContextConsumer<AssertableApplicationContext> use, String... properties) {
        WorkerContext.with(properties)
                .withBean(EventHandler.class, () -> new Mail(50))
                .run(use);
    }
}
