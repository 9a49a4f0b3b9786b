package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deliveries for tests that need only headers and body. */
public final class Deliveries {

    private Deliveries() {}

    public static Delivery of(String body, String... namesAndValues) {
        return of(body.getBytes(StandardCharsets.UTF_8), namesAndValues);
    }

    public static Delivery of(byte[] body, String... namesAndValues) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.merge(namesAndValues[i], List.of(namesAndValues[i + 1]), Deliveries::joined);
        }
        return new Delivery("http://localhost/webhooks/shop", Headers.of(sent), body);
    }

    /** The only event of a delivery. */
    public static ExtractedEvent only(Source source, Delivery delivery)
            throws UnidentifiedEventException, TooManyEventsException {
        return source.events(delivery).get(0);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return List.of(first.get(0), second.get(0));
    }
}
