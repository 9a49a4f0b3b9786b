package dev.durahook.worker.slots;

import static dev.durahook.testsupport.TwoThreads.check;

import dev.durahook.testsupport.TwoThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/** However the threads of two workflow tasks alternate, no slot is taken twice, and none is lost. */
class QueueSlotsConcurrencyIT {

    private static final String QUEUE = "durahook.destination.crm";

    @Test
    void oneSlotIsTakenByOneAttemptAtATime() {
        Lincheck.runConcurrentTest(100, () -> {
            QueueSlots slots = new QueueSlots();
            slots.of(QUEUE, 2);
            AtomicInteger running = new AtomicInteger();
            TwoThreads.run(() -> attempt(slots, running), () -> attempt(slots, running));

            check(takeAll(slots).size() == 1, "a slot is lost");
        });
    }

    private static void attempt(QueueSlots slots, AtomicInteger running) {
        slots.take(QUEUE, Duration.ZERO).ifPresent(slot -> {
            check(running.incrementAndGet() == 1, "a slot is taken twice");
            running.decrementAndGet();
            slot.giveBack();
        });
    }

    private static List<InlineSlot> takeAll(QueueSlots slots) {
        List<InlineSlot> taken = new ArrayList<>();
        for (Optional<InlineSlot> slot = slots.take(QUEUE, Duration.ZERO);
                slot.isPresent();
                slot = slots.take(QUEUE, Duration.ZERO)) {
            taken.add(slot.get());
        }
        return taken;
    }
}
