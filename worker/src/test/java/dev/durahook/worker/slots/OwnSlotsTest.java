package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.ActivitySlotInfo;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import io.temporal.worker.tuning.SlotSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSlotsTest {

    private static final String QUEUE = "durahook.destination.crm";

    private final OwnSlots slots = new OwnSlots();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "10, 5", "50, 20", "1000, 20"})
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
                activities(slots.of(QUEUE, 1).build());
        activities.reserveSlot(null).get();

        assertThat(slots.take(QUEUE)).isEmpty();
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
        assertThat(slots.take("durahook.destination.erp")).isEmpty();
    }

    private List<InlineSlot> takeAll() {
        List<InlineSlot> taken = new ArrayList<>();
        for (Optional<InlineSlot> slot = slots.take(QUEUE); slot.isPresent(); slot = slots.take(QUEUE)) {
            taken.add(slot.get());
        }
        return taken;
    }

    private static SlotSupplier<ActivitySlotInfo> activities(WorkerOptions options) {
        return Objects.requireNonNull(options.getWorkerTuner()).getActivityTaskSlotSupplier();
    }
}
