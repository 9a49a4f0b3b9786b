package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReleaseContext;
import io.temporal.worker.tuning.SlotReleaseReason;
import io.temporal.worker.tuning.WorkflowSlotInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlowStartTest {

    private static final String QUEUE = "orders";

    private final SlowStart slots = new SlowStart(QUEUE, 200);

    @Test
    void beginsWithFewSlots() {
        assertThat(taken()).hasSize(SlowStart.FIRST);
        assertThat(slots.now()).isEqualTo(SlowStart.FIRST);
        assertThat(slots.getMaximumSlots()).hasValue(200);
    }

    @Test
    void eachTaskThatIsDoneAddsOne() {
        List<SlotPermit> first = taken();
        first.forEach(permit -> release(permit, SlotReleaseReason.taskComplete()));

        assertThat(taken()).hasSize(2 * SlowStart.FIRST);
        assertThat(slots.now()).isEqualTo(2 * SlowStart.FIRST);
    }

    @Test
    void aRequestWithoutATaskAddsNone() {
        List<SlotPermit> first = taken();
        first.forEach(permit -> release(permit, SlotReleaseReason.neverUsed()));

        assertThat(taken()).hasSize(SlowStart.FIRST);
    }

    @Test
    void thereAreNeverMoreThanDeclared() {
        for (int i = 0; i < 1_000; i++) {
            SlotPermit permit = take().orElseThrow();
            release(permit, SlotReleaseReason.taskComplete());
        }

        assertThat(taken()).hasSize(200);
        assertThat(slots.now()).isEqualTo(200);
    }

    @Test
    void aPollerThatWaitsGetsTheAddedSlot() throws Exception {
        List<SlotPermit> first = taken();
        var one = slots.reserveSlot(new Reservation<>(QUEUE));
        var two = slots.reserveSlot(new Reservation<>(QUEUE));
        assertThat(List.of(one.isDone(), two.isDone())).containsOnly(false);

        release(first.get(0), SlotReleaseReason.taskComplete());
        assertThat(one.get()).isNotNull();
        assertThat(two.get()).isNotNull();
    }

    @Test
    void fewDeclaredSlotsAreThereFromTheBeginning() {
        SlowStart few = new SlowStart(QUEUE, 2);

        assertThat(few.now()).isEqualTo(2);
        assertThat(few.tryReserveSlot(new Reservation<>(QUEUE))).isPresent();
        assertThat(few.tryReserveSlot(new Reservation<>(QUEUE))).isPresent();
        assertThat(few.tryReserveSlot(new Reservation<>(QUEUE))).isEmpty();
    }

    private Optional<SlotPermit> take() {
        return slots.tryReserveSlot(new Reservation<>(QUEUE));
    }

    private List<SlotPermit> taken() {
        List<SlotPermit> taken = new ArrayList<>();
        for (Optional<SlotPermit> next = take(); next.isPresent(); next = take()) {
            taken.add(next.get());
        }
        return taken;
    }

    private void release(SlotPermit permit, SlotReleaseReason reason) {
        slots.releaseSlot(new Released(reason, permit, null));
    }

    private record Released(
            SlotReleaseReason getSlotReleaseReason,
            SlotPermit getSlotPermit,
            @Nullable WorkflowSlotInfo getSlotInfo) implements SlotReleaseContext<WorkflowSlotInfo> {}
}
