package dev.durahook.worker.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.durahook.testsupport.Await;
import io.temporal.worker.tuning.ActivitySlotInfo;
import io.temporal.worker.tuning.SlotPermit;
import io.temporal.worker.tuning.SlotReserveContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SharedSlotsTest {

    @Test
    void slotThatBecomesFreeJustBeforeTheWaitIsTaken() {
        SlotsFreedLate slots = new SlotsFreedLate();
        slots.takeAll();

        Optional<InlineSlot> slot = assertTimeoutPreemptively(Await.PATIENCE, () -> slots.take(Duration.ofDays(1)));

        assertThat(slot).isPresent();
    }

    /** Two slots, of which each becomes free just after an attempt has found none. */
    private static final class SlotsFreedLate extends SharedSlots {

        private final Queue<SlotPermit> taken = new ArrayDeque<>();

        SlotsFreedLate() {
            super("durahook.destination.crm", 2);
        }

        void takeAll() {
            for (Optional<SlotPermit> slot = super.tryReserveSlot(new Reservation<>("")); slot.isPresent(); ) {
                taken.add(slot.get());
                slot = super.tryReserveSlot(new Reservation<>(""));
            }
        }

        @Override
        public Optional<SlotPermit> tryReserveSlot(SlotReserveContext<ActivitySlotInfo> context) {
            Optional<SlotPermit> found = super.tryReserveSlot(context);
            if (found.isEmpty() && !taken.isEmpty()) {
                releaseSlot(new Release<>(taken.remove()));
            }
            return found;
        }
    }
}
