package dev.durahook.testing.processing;

import dev.durahook.workflows.delivery.DeliveryFailure;
import dev.durahook.workflows.delivery.DeliveryReceipt;
import io.temporal.failure.ApplicationFailure;

/** What the worker makes of an HTTP status. */
final class FakeAnswer {

    private FakeAnswer() {}

    /** The receipt of a 2xx, and a failure otherwise. */
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
