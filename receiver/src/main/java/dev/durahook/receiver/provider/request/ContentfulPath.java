package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The path of a URL as Contentful signs it: the path, which is encoded already, is percent-encoded once more with
 * JavaScript's encodeURI, and the query first with encodeURIComponent and then with encodeURI.
 */
final class ContentfulPath {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String COMPONENT = LETTERS + "-_.!~*'()";
    private static final String WHOLE = COMPONENT + ";/?:@&=+$,#";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ContentfulPath() {}

    static String of(String url) throws NotVerifiedException {
        String[] parts = url.replaceFirst("^https?://[^/?]*", "").split("[?]", -1);
        if (parts.length > 2) {
            throw Rejections.malformed(
                    "the URL has more than one question mark, and Contentful signs it only up to the second");
        }
        String path = parts[0].isEmpty() ? "/" : parts[0];
        String query = parts.length == 1 || parts[1].isEmpty() ? "" : "?" + encoded(parts[1], COMPONENT);
        return encoded(path + query, WHOLE);
    }

    private static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            if (kept.indexOf(character) < 0) {
                encoded.append('%').append(HEX.toHexDigits(one));
            } else {
                encoded.append(character);
            }
        }
        return encoded.toString();
    }
}
