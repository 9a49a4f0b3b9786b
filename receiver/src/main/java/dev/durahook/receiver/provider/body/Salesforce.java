package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;

/**
 * Checks outbound messages of Salesforce, which are not signed. Only the organization's ID is compared, and it is not
 * secret, so a proxy in front of the receiver has to authenticate the sender.
 *
 * @param secrets the IDs of the organizations
 */
record Salesforce(Secrets secrets) implements Check {

    Salesforce(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return secretOf(message(delivery));
    }

    /**
     * Uses the notifications in JSON as the body, without the session ID, with which anyone could call Salesforce's
     * API.
     */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        OutboundMessage message = message(delivery);
        return new Verified(secretOf(message), delivery.carrying(message.json(), "application/json"));
    }

    private int secretOf(OutboundMessage message) throws NotVerifiedException {
        String organization = message.organization();
        return secrets.matching(one -> Hashes.same(organization, one.bytes()));
    }

    private static OutboundMessage message(Delivery delivery) throws NotVerifiedException {
        Rejections.requireBody(delivery.body());
        return OutboundMessage.read(delivery.body());
    }
}
