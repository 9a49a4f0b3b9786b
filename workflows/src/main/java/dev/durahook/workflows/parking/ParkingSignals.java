package dev.durahook.workflows.parking;

import io.temporal.workflow.SignalMethod;
import org.jspecify.annotations.Nullable;

/** What an operator can tell a parked event, from the Web UI or the CLI. */
public interface ParkingSignals {

    /**
     * Runs what failed again, with fresh attempts. Without effect on an event that is not parked.
     *
     * @param request which step and under which policy; all of them, each under its own, if absent
     */
    @SignalMethod(
            name = "retry",
            description = "Run the failed step again, with fresh attempts; the input may be a policy's name")
    void retry(@Nullable RetryRequest request);

    /**
     * Gives the event up. Without effect on an event that is not parked, or without a reason.
     *
     * @param request why, and which step; all of them if it names none
     */
    @SignalMethod(name = "discard", description = "Give the event up; the input is the reason, a JSON string")
    void discard(@Nullable DiscardRequest request);
}
