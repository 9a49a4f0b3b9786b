package dev.durahook.signing.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.JsonBody;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes into the message the signature of some of its fields, with the key of a certificate that the message names.
 *
 * @param keys the keys of Amazon, made up for the test
 */
public record AwsSnsSigner(Supplier<ProviderKeys> keys) implements Signer {

    static final String SIGNER = "sns.amazonaws.com";

    static final String CERTIFICATE = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-madeup.pem";
    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    @Override
    public ProviderRequest sign(ProviderRequest request, String topic, Instant now) {
        ObjectNode message = JsonBody.read(request.body());
        message.put("TopicArn", topic);
        message.put("Timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        message.put("SignatureVersion", "2");
        message.put("SigningCertURL", CERTIFICATE);
        message.put("Signature", keys.get().sign(signed(message)));
        return request.carrying(message.toString());
    }

    @Override
    public boolean needsProviderKeys() {
        return true;
    }

    @Override
    public String makeSecret() {
        return "arn:aws:sns:eu-central-1:123456789012:topic-" + Nonce.digits();
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of(JsonBody.write(Map.of("Type", "Notification", "Message", unique)));
    }

    private static String signed(ObjectNode message) {
        StringBuilder text = new StringBuilder();
        for (String name : names(message.path("Type").asText())) {
            if (message.path(name).isTextual()) {
                text.append(name)
                        .append('\n')
                        .append(message.path(name).asText())
                        .append('\n');
            } else if (!name.equals("Subject")) {
                throw new IllegalArgumentException(
                        "the body must have the text " + name + ", as every message of Amazon SNS has");
            }
        }
        return text.toString();
    }

    private static List<String> names(String type) {
        return switch (type) {
            case "Notification" -> NOTIFICATION;
            case "SubscriptionConfirmation", "UnsubscribeConfirmation" -> CONFIRMATION;
            default ->
                throw new IllegalArgumentException("the Type of the message is not known; use one of Notification,"
                        + " SubscriptionConfirmation and UnsubscribeConfirmation");
        };
    }
}
