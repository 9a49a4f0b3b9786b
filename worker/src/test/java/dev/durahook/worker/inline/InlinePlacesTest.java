package dev.durahook.worker.inline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import dev.durahook.worker.handling.Mail;
import dev.durahook.worker.slots.WarmWorkers;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.worker.WorkerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;

class InlinePlacesTest {

    private static final String CRM = "durahook.destinations.crm.url=https://crm.example.com/hooks";
    private static final InlineActivity HANDLED =
            InlineActivity.of(new PlannedStep(PlannedStep.Kind.HANDLER, "mail", "default"));
    private static final InlineActivity SENT =
            InlineActivity.of(new PlannedStep(PlannedStep.Kind.DELIVERY, "crm", "default"));
    private static final InlineActivity CHARGE = InlineActivity.of("charge", new Object[0]);

    @Test
    void handlerTakesTwentyPlaces() {
        assertThat(places(HANDLED)).isEqualTo(20);
    }

    @Test
    void ofANewWorkerAllTakeHalfOfTheFewTasksThatItRuns() {
        newWorker(context -> assertThat(takeAll(context.getBean(InlinePlaces.class), HANDLED))
                .hasSize(12));
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
    void workerThatHasRunForAWhileTakesMoreBesideAWorkerThatHasNot() {
        worker(
                context -> {
                    InlinePlaces places = context.getBean(InlinePlaces.class);
                    List<InlinePlace> busy = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        InlineActivity activity = InlineActivity.of("charge-" + i, new Object[0]);
                        busy.addAll(takeAll(places, activity, "durahook"));
                    }
                    assertThat(busy).hasSize(100);
                    assertThat(takeAll(places, CHARGE, "quiet"))
                            .as("the quiet queue's own places")
                            .hasSize(12);
                    busy.forEach(InlinePlace::giveBack);
                    assertThat(takeAll(places, CHARGE, "quiet")).isEmpty();
                    assertThat(takeAll(places, CHARGE, "durahook")).hasSize(25);
                },
                "durahook.worker.task-queues=durahook,quiet");
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
    void ownActivityTakesAQuarter() {
        worker(context -> {
            InlinePlaces places = context.getBean(InlinePlaces.class);
            assertThat(takeAll(places, CHARGE)).hasSize(25);
            assertThat(takeAll(places, InlineActivity.of("mail-the-receipt", new Object[0])))
                    .as("another activity is not affected")
                    .hasSize(25);
        });
    }

    @Test
    void callsOfAnAuthorsWorkflowTakeTheSamePlaces() {
        assertThat(places(InlineActivity.of("mail", new Object[0]))).isEqualTo(20);
        assertThat(places(
                        InlineActivity.of("durahook.deliver", new Object[] {"crm"}),
                        CRM,
                        "durahook.destinations.crm.signature=none"))
                .isEqualTo(5);
    }

    @Test
    void stepThatThisWorkerDoesNotKnowTakesNone() {
        assertThat(places(SENT)).isZero();
        assertThat(places(InlineActivity.of(new PlannedStep(PlannedStep.Kind.HANDLER, "another", "default"))))
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

    @Test
    void attemptForWhichTheWorkerHasNoPlaceTakesNoSlotOfItsHandler() {
        worker(
                context -> {
                    InlinePlaces places = context.getBean(InlinePlaces.class);
                    List<InlinePlace> all = takeAll(places, CHARGE);
                    for (int i = 0; i < 20; i++) {
                        assertThat(places.take(HANDLED, "durahook")).isEmpty();
                    }
                    all.forEach(InlinePlace::giveBack);
                    assertThat(takeAll(places, HANDLED)).hasSize(1);
                },
                "spring.temporal.workers[0].task-queue=durahook",
                "spring.temporal.workers[0].capacity.max-concurrent-workflow-task-executors=2");
    }

    @Test
    void activitiesBeyondTheFirstThousandShareTheirPlaces() {
        worker(context -> {
            InlinePlaces places = context.getBean(InlinePlaces.class);
            for (int i = 0; i < 1_000; i++) {
                places.take(InlineActivity.of("type-" + i, new Object[0]), "durahook")
                        .orElseThrow()
                        .giveBack();
            }
            assertThat(takeAll(places, InlineActivity.of("one-more", new Object[0])))
                    .hasSize(25);
            assertThat(takeAll(places, InlineActivity.of("another", new Object[0])))
                    .isEmpty();
            assertThat(takeAll(places, InlineActivity.of("type-7", new Object[0])))
                    .hasSize(25);
        });
    }

    private static int places(InlineActivity activity, String... properties) {
        int[] taken = new int[1];
        worker(
                context -> taken[0] =
                        takeAll(context.getBean(InlinePlaces.class), activity).size(),
                properties);
        return taken[0];
    }

    private static List<InlinePlace> takeAll(InlinePlaces places, InlineActivity activity) {
        return takeAll(places, activity, "durahook");
    }

    private static List<InlinePlace> takeAll(InlinePlaces places, InlineActivity activity, String workflows) {
        List<InlinePlace> taken = new ArrayList<>();
        for (Optional<InlinePlace> place = places.take(activity, workflows);
                place.isPresent();
                place = places.take(activity, workflows)) {
            taken.add(place.get());
        }
        return taken;
    }

    private static void worker(ContextConsumer<AssertableApplicationContext> use, String... properties) {
        newWorker(
                context -> {
                    WarmWorkers.warm(context.getBean(WorkerFactory.class)
                            .getWorker("durahook")
                            .getWorkerOptions());
                    use.accept(context);
                },
                properties);
    }

    private static void newWorker(ContextConsumer<AssertableApplicationContext> use, String... properties) {
        WorkerContext.with(properties)
                .withBean(EventHandler.class, () -> new Mail(50))
                .run(use);
    }
}
