package dev.durahook.receiver.http.body;

import static dev.durahook.testsupport.TwoThreads.check;

import dev.durahook.testsupport.TwoThreads;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** However the threads of two requests alternate, a body that is refused takes the room of no other. */
class BodyBudgetConcurrencyIT {

    private static final long SMALL = BodyBudget.SMALL;
    private static final long LARGE = BodyBudget.SMALL + 1;

    @Test
    void smallBodyHasRoomWhileALargeOneIsRefused() {
        Lincheck.runConcurrentTest(100, () -> {
            BodyBudget budget = new BodyBudget(DataSize.ofBytes(2 * SMALL));
            budget.take(SMALL, SMALL);
            TwoThreads.run(
                    () -> check(!budget.take(LARGE, LARGE), "a large body has taken the reserve"),
                    () -> check(budget.take(SMALL, SMALL), "a small body was refused"));

            check(budget.taken() == 2 * SMALL, "bytes are lost");
        });
    }
}
