package dev.durahook.receiver.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The encoding of names and values in a form or in a URL's query. Bytes that are not UTF-8 have no text. */
public final class FormEncoding {

    private FormEncoding() {}

    /** The encoded text of a body, with one character for each byte, so that no byte is lost. */
    public static String encoded(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes a name or a value.
     *
     * @param encoded a part of what {@link #encoded} returned
     * @throws IllegalArgumentException if the percent-encoding is invalid, or the bytes are not UTF-8; the message may
     *     quote the form
     */
    public static String decoded(String encoded) {
        String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
        return Utf8Text.of(bytes.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new IllegalArgumentException("the text is not UTF-8"));
    }
}
