package dev.durahook.receiver.http.body;

import static dev.durahook.testsupport.TwoThreads.check;

import dev.durahook.testsupport.TwoThreads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.util.unit.DataSize;

/** If a request is given up while its body is being read, no bytes stay reserved. */
class BodyBufferConcurrencyIT {

    private static final int SIZE = 5_000;

    @Test
    void closedBufferLeavesNothingReserved() {
        Lincheck.runConcurrentTest(100, () -> {
            BodyBudget budget = new BodyBudget(DataSize.ofMegabytes(1));
            BodyBuffer buffer = new BodyBuffer(budget, SIZE, SIZE);
            TwoThreads.run(() -> read(buffer), buffer::close);

            check(budget.taken() == 0, "bytes are reserved for ever");
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
}
