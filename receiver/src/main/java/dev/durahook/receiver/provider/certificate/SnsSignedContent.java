package dev.durahook.receiver.provider.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.util.List;

/** The content that Amazon SNS signs: names and values of some of the message's fields, each on a line. */
final class SnsSignedContent {

    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    // Only one field may contain line breaks. If two could, several messages would have the same signed content. Amazon
    // takes no subject with a line break: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
    private static final String FREE = "Message";

    private SnsSignedContent() {}

    static String of(JsonNode message) throws NotVerifiedException {
        StringBuilder text = new StringBuilder();
        for (String name : names(SignedJson.text(message, "Type"))) {
            if (name.equals("Subject") && message.path(name).isMissingNode()) {
                continue;
            }
            text.append(name).append('\n').append(value(message, name)).append('\n');
        }
        return text.toString();
    }

    private static List<String> names(String type) throws NotVerifiedException {
        return switch (type) {
            case "Notification" -> NOTIFICATION;
            case "SubscriptionConfirmation", "UnsubscribeConfirmation" -> CONFIRMATION;
            default -> throw Rejections.malformed("the message's Type is not known");
        };
    }

    private static String value(JsonNode message, String name) throws NotVerifiedException {
        JsonNode value = message.path(name);
        if (!value.isTextual()) {
            throw Rejections.missing("text '" + name + "' in the message");
        }
        if (value.textValue().contains("\n") && !FREE.equals(name)) {
            throw Rejections.malformed("the message's " + name + " has several lines");
        }
        return value.textValue();
    }
}
