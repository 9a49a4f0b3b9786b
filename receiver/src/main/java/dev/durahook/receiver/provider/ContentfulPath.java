package dev.durahook.receiver.provider;

import dev.durahook.receiver.signature.NotVerifiedException;
import java.nio.charset.StandardCharsets;

/**
 * The path of a URL as Contentful signs it: percent-encoded once more, and its query twice, by the two functions of
 * JavaScript, which take for granted what the other encodes.
 */
final class ContentfulPath {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String COMPONENT = LETTERS + "-_.!~*'()";
    private static final String WHOLE = COMPONENT + ";/?:@&=+$,#";

    private ContentfulPath() {}

    static String of(String url) throws NotVerifiedException {
        String[] parts = url.replaceFirst("^https?://[^/?]*", "").split("[?]", -1);
        if (parts.length > 2) {
            throw Texts.malformed("the URL has two question marks, and Contentful signs it to the second one only");
        }
        String path = parts[0].isEmpty() ? "/" : parts[0];
        String query = parts.length == 1 || parts[1].isEmpty() ? "" : "?" + encoded(parts[1], COMPONENT);
        return encoded(path + query, WHOLE);
    }

    private static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            encoded.append(kept.indexOf(character) < 0 ? "%%%02X".formatted(one) : String.valueOf(character));
        }
        return encoded.toString();
    }
}
