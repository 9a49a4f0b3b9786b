package dev.durahook.signing.rule;

import dev.durahook.signing.signer.ProviderRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The content that a provider signs: the bytes for a template of a scheme, filled from a request. */
final class ContentTemplate {

    private static final Pattern TEXT_OR_PLACE = Pattern.compile("\\{([^{}]+)}|[^{]+|\\{");
    private static final String HEADER = "header:";

    private final ProviderRequest request;
    private final String timestamp;
    private final Supplier<byte[]> key;

    /**
     * The content of a request.
     *
     * @param timestamp the moment, as the provider writes it
     * @param key the secret's bytes, if the content contains them
     */
    ContentTemplate(ProviderRequest request, String timestamp, Supplier<byte[]> key) {
        this.request = request;
        this.timestamp = timestamp;
        this.key = key;
    }

    /** The bytes for a template of a scheme. */
    byte[] of(String template) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Matcher part = TEXT_OR_PLACE.matcher(template);
        while (part.find()) {
            String place = part.group(1);
            content.writeBytes(place == null ? utf8(part.group()) : value(place));
        }
        return content.toByteArray();
    }

    private byte[] value(String place) {
        return switch (place) {
            case "body" -> request.body();
            case "timestamp" -> utf8(timestamp);
            case "url" -> utf8(request.publicUrl());
            case "secret" -> key.get();
            default -> header(place);
        };
    }

    private byte[] header(String place) {
        if (!place.startsWith(HEADER)) {
            throw new UnsupportedOperationException(
                    "the scheme signs {" + place + "}, which is not a known part of a request");
        }
        Map<String, String> sent = request.headers();
        return Stream.of(place.substring(HEADER.length()).split(","))
                .filter(sent::containsKey)
                .findFirst()
                .map(sent::get)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the scheme signs {" + place + "}, and the delivery lacks this header: add it with withHeader"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
