package dev.durahook.reliability.load;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the bodies of messages. Each event's body is its own, and has spaces, escapes and numbers that a program which
 * reads and writes the body again would write in another way.
 */
final class MessageBody {

    private static final String FRAGILE = "\"text\" : \"caf\\u00e9 \u00e9\\/\", \"amount\":1.50E0 ";

    private MessageBody() {}

    /** The exact bodies of the message's events, in the order of their names. */
    static List<String> ofEvents(Message message) {
        return message.names().stream()
                .map(name -> message.sender() == Sender.BANK ? ofBank(name) : ofShop(name, message))
                .toList();
    }

    /** The body of the delivery. */
    static String of(Message message) {
        List<String> events = ofEvents(message);
        return message.sender() == Sender.BANK
                ? events.stream().collect(Collectors.joining(" , ", "{\"events\": [", "]}"))
                : events.get(0);
    }

    private static String ofShop(String name, Message message) {
        return "{\"type\":\"%s\",\"name\":\"%s\",\"order\":%s, %s,\"padding\":\"%s\"}"
                .formatted(message.kind().type(), name, message.order(), FRAGILE, "x".repeat(message.padding()));
    }

    private static String ofBank(String name) {
        return "{\"id\":\"%s\",\"resource_type\":\"payments\",\"action\":\"paid\", %s}".formatted(name, FRAGILE);
    }
}
