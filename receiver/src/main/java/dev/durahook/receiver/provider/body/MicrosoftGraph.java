package dev.durahook.receiver.provider.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import dev.durahook.workflows.json.JsonRedaction;
import java.util.List;

/**
 * Verifies notifications of Microsoft Graph, which are not signed. Each contains the client state that was set for its
 * subscription.
 *
 * @param secrets the client states
 */
record MicrosoftGraph(Secrets secrets) implements Check {

    /** Graph sends up to a few hundred notifications in one delivery. */
    static final int MAX_NOTIFICATIONS = 5_000;

    MicrosoftGraph(VerifierInputs inputs) {
        this(inputs.secrets());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        JsonNode notifications = SignedJson.of(delivery.body()).path("value");
        if (!notifications.isArray() || notifications.isEmpty() || notifications.size() > MAX_NOTIFICATIONS) {
            throw Rejections.malformed("the body's value must have 1 to " + MAX_NOTIFICATIONS + " notifications");
        }
        int secret = -1;
        for (JsonNode notification : notifications) {
            String state = SignedJson.text(notification, "clientState");
            secret = secrets.matching(one -> Hashes.same(state, one.bytes()));
        }
        return secret;
    }

    /**
     * Uses the same body without the client states: a reader of one event could otherwise forge any other. Nothing else
     * changes.
     */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        int secret = secretOf(delivery);
        byte[] body = JsonRedaction.ofElements(delivery.body(), "/value", List.of("/clientState"))
                .orElseThrow(() -> Rejections.malformed("the body has a name that can be read in two ways"));
        return new Verified(secret, delivery.carrying(body));
    }
}
