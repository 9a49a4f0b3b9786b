package dev.durahook.workflows.parking;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can tell a parked event, from the Web UI or the CLI. A signal that has no effect says why in the current
 * details.
 */
public interface ParkingSignals {

    /**
     * Runs what failed again, with fresh attempts.
     *
     * @param input nothing for every parked step, each under its own policy; the name of a policy as a JSON string; or an
     *     object with {@code step} and {@code policy}
     */
    @SignalMethod(
            name = "retry",
            description = "Run the failed step again, with fresh attempts; the input may be a policy's name")
    void retry(@Nullable RawValue input);

    /**
     * Gives the event up.
     *
     * @param input the reason as a JSON string, or an object with {@code reason} and {@code step}
     */
    @SignalMethod(name = "discard", description = "Give the event up; the input is the reason, a JSON string")
    void discard(@Nullable RawValue input);
}
