package dev.durahook.worker.destination;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.handling.AttemptDeadline;
import dev.durahook.workflows.text.ShortText;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.Objects;

/**
 * A destination as it was declared and checked, of any kind.
 *
 * @param name its name in configuration, messages and the Web UI
 * @param policy the name of the policy under which events are sent to it
 * @param limits how much it takes
 * @param transport sends events to it
 */
public record Destination(String name, String policy, Limits limits, Transport transport) {

    // By then, a transport that keeps to the attempt's time has ended by itself.
    private static final Duration AFTER_ITS_TIME = Duration.ofSeconds(1);

    /**
     * Sends an event once. A long text of the receipt is cut, as a handler's result is.
     *
     * @throws io.temporal.failure.ApplicationFailure of a type that {@link
     *     dev.durahook.workflows.destination.DestinationFailure} lists, if the destination did not accept the event
     */
    public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) {
        // A kind whose code waits without a time-out would keep its thread for ever.
        AttemptDeadline deadline = AttemptDeadline.in(attempt.timeLeft().plus(AFTER_ITS_TIME));
        try {
            return shortened(Objects.requireNonNull(
                    transport.send(event, body, attempt), () -> name + " returned no DestinationReceipt: return one"));
        } catch (DestinationException e) {
            throw DestinationFailures.of(e, transport.hiddenValues(), attempt);
        } catch (Exception e) {
            throw Activity.wrap(e);
        } finally {
            deadline.end();
        }
    }

    // The text of a kind of an application's own may be the whole answer of the destination.
    private static DestinationReceipt shortened(DestinationReceipt receipt) {
        return receipt.text() == null
                ? receipt
                : new DestinationReceipt(receipt.status(), receipt.took(), ShortText.of(receipt.text()));
    }

    /**
     * Checks an event without sending it. For tests of applications.
     *
     * @throws io.temporal.failure.ApplicationFailure as {@link #send}, if no attempt can ever send this event
     */
    public void check(WebhookEvent event, byte[] body, Attempt attempt) {
        try {
            transport.check(event, body);
        } catch (DestinationException e) {
            throw DestinationFailures.of(e, transport.hiddenValues(), attempt);
        }
    }

    /** Returns a line for the log, without values that may be secret. */
    String summary() {
        return "Destination %s: %s, policy %s".formatted(name, transport.summary(), policy);
    }

    @Override
    public String toString() {
        return name;
    }
}
