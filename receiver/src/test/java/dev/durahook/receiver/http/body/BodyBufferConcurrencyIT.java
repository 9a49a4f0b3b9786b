package dev.durahook.receiver.http.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.util.unit.DataSize;

/** A request that is given up while its body is being read leaves nothing reserved, whatever the moment. */
class BodyBufferConcurrencyIT {

    private static final int SIZE = 5_000;

    @Test
    void closedBufferLeavesNothingReserved() {
        Lincheck.runConcurrentTest(100, () -> {
            BodyBudget budget = new BodyBudget(DataSize.ofMegabytes(1));
            BodyBuffer buffer = new BodyBuffer(budget, SIZE, SIZE);
            Thread reader = new Thread(() -> read(buffer));
            reader.start();
            buffer.close();
            join(reader);

            // Lincheck watches what is called here, and AssertJ does not bear it.
            if (budget.taken() != 0) {
                throw new AssertionError(budget.taken() + " bytes are reserved for ever");
            }
        });
    }

    private static void read(BodyBuffer buffer) {
        try (DelegatingServletInputStream in =
                new DelegatingServletInputStream(new ByteArrayInputStream(new byte[SIZE]))) {
            while (!buffer.isComplete() && buffer.read(in)) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BodyException closed) {
            // The request was given up.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
