package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A URL's query with parameters sorted by name, encoded as Go's {@code url.Values} does. */
final class SortedQuery {

    private SortedQuery() {}

    static String of(String url) throws NotVerifiedException {
        return Form.of(RequestUrl.of(url).parameters()).fields().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
