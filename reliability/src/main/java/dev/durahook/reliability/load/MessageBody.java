package dev.durahook.reliability.load;

import java.util.stream.Collectors;

/** Writes the bodies of messages. */
final class MessageBody {

    private MessageBody() {}

    static String single(Message message) {
        return "{\"type\":\"%s\",\"order\":%d,\"padding\":\"%s\"}"
                .formatted(message.kind().type(), message.order(), "x".repeat(message.padding()));
    }

    static String batch(Message message) {
        return message.names().stream()
                .map(name -> "{\"id\":\"%s\",\"resource_type\":\"payments\",\"action\":\"paid\"}".formatted(name))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }
}
