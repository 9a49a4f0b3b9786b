package dev.durahook.workflows.parking;

import io.temporal.common.converter.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the signals that a workflow has received before its parking was opened, in their order, and passes on all later
 * ones. Only for workflow code.
 */
final class SignalInbox implements ParkingSignals {

    private final List<Consumer<ParkingSignals>> kept = new ArrayList<>();
    private @Nullable ParkingSignals listener;

    @Override
    public void retry(@Nullable RawValue input) {
        pass(signals -> signals.retry(input));
    }

    @Override
    public void discard(@Nullable RawValue input) {
        pass(signals -> signals.discard(input));
    }

    private void pass(Consumer<ParkingSignals> signal) {
        if (listener == null) {
            kept.add(signal);
        } else {
            signal.accept(listener);
        }
    }

    /** Passes the kept signals and all later ones to the listener. Must be called once. */
    void open(ParkingSignals opened) {
        listener = opened;
        kept.forEach(signal -> signal.accept(opened));
    }
}
