package dev.durahook.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * Makes a JSON body of a given length, in bytes. The body has the fields in which every sender's ID and type are found.
 */
final class BenchmarkBody {

    private static final String BEGINNING =
            "{\"id\":\"evt_1a2b3c4d5e6f\",\"type\":\"order.paid\",\"event_id\":\"Ev1a2b3c\","
                    + "\"event\":{\"type\":\"message\"},\"object_kind\":\"push\",\"items\":[";
    private static final String ITEM = "{\"sku\":\"A-1047\",\"count\":3,\"price\":19.95,\"gift\":false},";
    private static final String END = "null],\"note\":\"";

    private BenchmarkBody() {}

    static byte[] of(int length) {
        StringBuilder body = new StringBuilder(BEGINNING);
        while (body.length() + ITEM.length() + END.length() + 2 <= length) {
            body.append(ITEM);
        }
        body.append(END);
        body.append("x".repeat(length - body.length() - 2)).append("\"}");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
