package dev.durahook.signing.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes a path as JavaScript's encodeURI does, with a query that encodeURIComponent has encoded before. */
final class EncodedPath {

    // First the characters that both functions leave unchanged and Java's URLEncoder encodes, then the further
    // characters that encodeURI leaves unchanged.
    private static final String KEPT = "!'()~";
    private static final String DELIMITERS = ";/?:@&=+$,#";

    private EncodedPath() {}

    static String of(String path) {
        String[] parts = path.split("[?]", 2);
        String query = parts.length == 1 || parts[1].isEmpty() ? "" : "?" + encoded(parts[1], KEPT);
        return encoded((parts[0].isEmpty() ? "/" : parts[0]) + query, KEPT + DELIMITERS);
    }

    private static String encoded(String text, String kept) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        for (int i = 0; i < kept.length(); i++) {
            char character = kept.charAt(i);
            encoded = encoded.replace("%%%02X".formatted((int) character), String.valueOf(character));
        }
        return encoded;
    }
}
