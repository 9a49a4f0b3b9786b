package dev.durahook.testing.processing;

import dev.durahook.workflows.destination.DestinationFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.failure.ApplicationFailure;

/** Turns an HTTP status into the result that the worker reports for it. */
final class FakeAnswer {

    private FakeAnswer() {}

    /** Returns the receipt for a status of 2xx, and throws the failure for any other status. */
    static DestinationReceipt of(String destination, int status) {
        String text = destination + " answered " + status;
        if (status / 100 == 2) {
            return new DestinationReceipt(status, null, text);
        }
        DestinationFailure failure = DestinationFailure.ofStatus(status);
        throw ApplicationFailure.newBuilder()
                .setMessage(text)
                .setType(failure.type())
                .setNonRetryable(!failure.isRetryable())
                .build();
    }
}
