package dev.durahook.testing.processing;

import dev.durahook.workflows.delivery.DeliveryFailure;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.failure.ApplicationFailure;

/** Turns an HTTP status into the result that the worker reports for it. */
final class FakeAnswer {

    private FakeAnswer() {}

    /** Returns the receipt for a status of 2xx, and throws the failure for any other status. */
    static DeliveryReceipt of(String destination, int status) {
        String text = destination + " answered " + status;
        if (status / 100 == 2) {
            return new DeliveryReceipt(status, null, text);
        }
        DeliveryFailure failure = DeliveryFailure.ofStatus(status);
        throw ApplicationFailure.newBuilder()
                .setMessage(text)
                .setType(failure.type())
                .setNonRetryable(!failure.isRetryable())
                .build();
    }
}
