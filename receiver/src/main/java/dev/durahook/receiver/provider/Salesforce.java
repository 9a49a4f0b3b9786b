package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.Check;
import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Rejection;
import dev.durahook.receiver.signature.Secrets;
import dev.durahook.receiver.signature.Verdict.Verified;

/**
 * Outbound messages of Salesforce, which signs nothing. The organisation is compared, and everybody who knows it can
 * write it: what verifies the sender is in front of us.
 *
 * @param secrets the ids of organisations
 */
record Salesforce(Secrets secrets) implements Check {

    Salesforce(Parts parts) {
        this(parts.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return secretOf(message(delivery));
    }

    /** The notifications as JSON, without the session that lets everybody who reads it call Salesforce. */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        OutboundMessage message = message(delivery);
        return new Verified(secretOf(message), delivery.carrying(message.json(), "application/json"));
    }

    private int secretOf(OutboundMessage message) throws NotVerifiedException {
        String organization = message.organization();
        return secrets.matching(one -> Texts.same(organization, one.bytes()));
    }

    private static OutboundMessage message(Delivery delivery) throws NotVerifiedException {
        if (delivery.body().length == 0) {
            throw new NotVerifiedException(Rejection.BODY_EMPTY, "the body is empty");
        }
        return OutboundMessage.read(delivery.body());
    }
}
