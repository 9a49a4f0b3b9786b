package dev.durahook.workflows.parking;

import io.temporal.workflow.SignalMethod;

/** What an operator can tell a parked event, from the Web UI or the CLI. */
public interface ParkingSignals {

    /** Runs the failed step again, with fresh attempts. Without effect on an event that is not parked. */
    @SignalMethod(name = "retry", description = "Run the failed step again, with fresh attempts")
    void retry();

    /**
     * Gives the event up. Without effect on an event that is not parked.
     *
     * @param reason why, for whoever reads the workflow later; not blank
     */
    @SignalMethod(name = "discard", description = "Give the event up; the input is the reason, a JSON string")
    void discard(String reason);
}
