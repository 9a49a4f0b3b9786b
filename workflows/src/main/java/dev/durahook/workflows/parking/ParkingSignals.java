package dev.durahook.workflows.parking;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import org.jspecify.annotations.Nullable;

/**
 * The signals that an operator can send to a parked event, from the Web UI or the CLI. If a signal has no effect, the
 * current details say why.
 */
public interface ParkingSignals {

    /** The name of the signal {@link #retry}. */
    String RETRY = "retry";

    /** The name of the signal {@link #discard}. */
    String DISCARD = "discard";

    /**
     * Runs the failed steps again, with fresh attempts.
     *
     * @param input empty to retry every parked step under its own policy; the name of a policy as a JSON string; or an
     *     object with {@code step} and {@code policy}
     */
    @SignalMethod(
            name = RETRY,
            description = "Retry the parked steps, with attempts counted from 1; the input may be the name of a policy")
    void retry(@Nullable RawValue input);

    /**
     * Discards all parked steps, or only the step that the input names.
     *
     * @param input the reason as a JSON string, or an object with {@code reason} and {@code step}
     */
    @SignalMethod(name = DISCARD, description = "Discard the parked steps; the input is the reason, as a JSON string")
    void discard(@Nullable RawValue input);
}
