package dev.durahook.testing.time;

import io.temporal.api.testservice.v1.LockTimeSkippingRequest;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.TestServiceGrpc.TestServiceBlockingStub;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;

/**
 * The test server's time. While the clock runs, time leaps from one timer to the next; otherwise time stands nearly
 * still.
 */
public final class SkippingClock {

    private final TestWorkflowEnvironment environment;
    // The test environment skips time only while a caller waits for the end of a workflow, and a parked workflow does
    // not end: https://github.com/temporalio/sdk-java/issues/578
    private final TestServiceBlockingStub server;
    private boolean runs;
    private int stops;

    /** The clock of this environment. The clock does not run yet. */
    public SkippingClock(TestWorkflowEnvironment environment) {
        this.environment = environment;
        server = TestServiceGrpc.newBlockingStub(
                environment.getWorkflowServiceStubs().getRawChannel());
    }

    // The server is asked for the time while a wait goes on, so the real time of the wait is never measured too short.

    /** The moment at which a wait may end, and an attempt begins. */
    Moment begin() {
        Instant now = now();
        return new Moment(now, System.nanoTime());
    }

    /** The moment at which an attempt ends, and a wait may begin. */
    Moment end() {
        long real = System.nanoTime();
        return new Moment(now(), real);
    }

    /** The test server's time. */
    public Instant now() {
        return Instant.ofEpochMilli(environment.currentTimeMillis());
    }

    /** Lets exactly this much time pass. */
    public void pass(Duration duration) {
        environment.sleep(duration);
    }

    /** The number of times that the clock was stopped. */
    public synchronized int stops() {
        return stops;
    }

    /** Lets the clock run, unless {@link #stop} was called after {@link #stops} had returned this number. */
    public synchronized void runUnlessStoppedSince(int stopsSeen) {
        if (!runs && stops == stopsSeen) {
            server.unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
            runs = true;
        }
    }

    /** Stops the clock if it runs. The call counts as a stop in any case. */
    public synchronized void stop() {
        stops++;
        if (runs) {
            server.lockTimeSkipping(LockTimeSkippingRequest.getDefaultInstance());
            runs = false;
        }
    }
}
