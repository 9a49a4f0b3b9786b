package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.durahook.testsupport.Await;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.ActivitySlotInfo;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotSupplier;
import io.temporal.worker.tuning.SlotSupplierFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueSlotsTest {

    private static final String QUEUE = "durahook.destination.crm";

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final QueueSlots slots = new QueueSlots();

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 1", "10, 5", "50, 20", "1000, 20"})
    void inlineAttemptsTakeAtMostHalfOfTheSlots(int concurrency, int most) {
        slots.of(QUEUE, concurrency);

        assertThat(takeAll()).hasSize(most);
    }

    @Test
    void slotIsFreeAgainWhenItIsGivenBack() {
        slots.of(QUEUE, 2);

        takeAll().forEach(InlineSlot::giveBack);
        assertThat(takeAll()).hasSize(1);
    }

    @Test
    void attemptWaitsForTheEndOfAnother() throws Exception {
        slots.of(QUEUE, 2);
        InlineSlot first = takeAll().get(0);
        CompletableFuture<Optional<InlineSlot>> second = waiting();

        first.giveBack();

        assertThat(second.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPresent();
        assertThat(takeAll()).isEmpty();
    }

    @Test
    void attemptThatWaitsComesBeforeARequestForActivities() throws Exception {
        SlotSupplier<ActivitySlotInfo> activities =
                activities(slots.of(QUEUE, 2).build());
        SlotPermit first = activities.reserveSlot(new Reservation<>(QUEUE)).get();
        activities.reserveSlot(new Reservation<>(QUEUE)).get();
        SlotSupplierFuture request = activities.reserveSlot(new Reservation<>(QUEUE));
        CompletableFuture<Optional<InlineSlot>> attempt = waiting();

        activities.releaseSlot(new Release<>(first));

        InlineSlot slot =
                attempt.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS).orElseThrow();
        assertThat(request).isNotDone();
        slot.giveBack();
        assertThat(request).isDone();
    }

    @Test
    void attemptDoesNotWaitForTheOnlySlot() throws Exception {
        SlotSupplier<ActivitySlotInfo> activities =
                activities(slots.of(QUEUE, 1).build());
        activities.reserveSlot(new Reservation<>(QUEUE)).get();

        Optional<InlineSlot> slot = assertTimeoutPreemptively(Await.PATIENCE, () -> slots.take(QUEUE, FOR_EVER));

        assertThat(slot).isEmpty();
    }

    @Test
    void attemptThatIsInterruptedHasNoSlot() throws Exception {
        slots.of(QUEUE, 2);
        takeAll();

        Thread.currentThread().interrupt();
        assertThat(slots.take(QUEUE, Await.PATIENCE)).isEmpty();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void inlineAttemptsAndActivitiesShareTheSlots() throws Exception {
        SlotSupplier<ActivitySlotInfo> activities =
                activities(slots.of(QUEUE, 2).build());
        assertThat(activities.getMaximumSlots()).contains(2);
        takeAll();

        assertThat(activities.tryReserveSlot(null)).isPresent();
        assertThat(activities.tryReserveSlot(null)).isEmpty();
    }

    @Test
    void pollersThatWaitTakeSlotsToo() throws Exception {
        SlotSupplier<ActivitySlotInfo> activities =
                activities(slots.of(QUEUE, 2).build());
        activities.reserveSlot(null).get();
        activities.reserveSlot(null).get();

        assertThat(slots.take(QUEUE, Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "10, 5", "20, 10", "50, 10"})
    void pollersLeaveHalfOfTheSlots(int concurrency, int most) {
        assertThat(slots.of(QUEUE, concurrency).build().getActivityTaskPollersBehavior())
                .isInstanceOfSatisfying(
                        PollerBehaviorAutoscaling.class,
                        pollers -> assertThat(pollers.getMaxConcurrentTaskPollers())
                                .isEqualTo(most));
    }

    @Test
    void queueOfAnotherWorkerHasNone() {
        assertThat(slots.take("durahook.destination.erp", Duration.ZERO)).isEmpty();
    }

    private CompletableFuture<Optional<InlineSlot>> waiting() {
        CompletableFuture<Optional<InlineSlot>> slot = new CompletableFuture<>();
        Thread attempt = new Thread(() -> slot.complete(slots.take(QUEUE, Await.PATIENCE)));
        attempt.start();
        Await.until("the attempt waits", () -> attempt.getState() == Thread.State.TIMED_WAITING);
        return slot;
    }

    private List<InlineSlot> takeAll() {
        List<InlineSlot> taken = new ArrayList<>();
        for (Optional<InlineSlot> slot = slots.take(QUEUE, Duration.ZERO);
                slot.isPresent();
                slot = slots.take(QUEUE, Duration.ZERO)) {
            taken.add(slot.get());
        }
        return taken;
    }

    private static SlotSupplier<ActivitySlotInfo> activities(WorkerOptions options) {
        return Objects.requireNonNull(options.getWorkerTuner()).getActivityTaskSlotSupplier();
    }
}
