package dev.durahook.testing.processing;

import io.temporal.api.testservice.v1.LockTimeSkippingRequest;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.TestServiceGrpc.TestServiceBlockingStub;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;

/** The test server's time: it leaps from one timer to the next while it runs, and stands nearly still otherwise. */
final class Clock {

    private final TestWorkflowEnvironment environment;
    // The environment itself leaps only while somebody waits for a workflow's end, which a parked one does not reach.
    private final TestServiceBlockingStub server;
    private boolean runs;
    private int stops;

    Clock(TestWorkflowEnvironment environment) {
        this.environment = environment;
        server = TestServiceGrpc.newBlockingStub(
                environment.getWorkflowServiceStubs().getRawChannel());
    }

    Instant now() {
        return Instant.ofEpochMilli(environment.currentTimeMillis());
    }

    /** Lets this much time pass, and no more. */
    void pass(Duration duration) {
        environment.sleep(duration);
    }

    /** How often it was stopped. */
    synchronized int stops() {
        return stops;
    }

    /** Lets it run, unless it was stopped since somebody has looked. */
    synchronized void runUnlessStoppedSince(int stopsSeen) {
        if (!runs && stops == stopsSeen) {
            server.unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
            runs = true;
        }
    }

    synchronized void stop() {
        stops++;
        if (runs) {
            server.lockTimeSkipping(LockTimeSkippingRequest.getDefaultInstance());
            runs = false;
        }
    }
}
