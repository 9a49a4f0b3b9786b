package dev.durahook.worker.failure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The forms of all hidden values that a redaction looks for in a text.
 *
 * @param texts each value as it is, without its escapes, and in base64, both alone and as part of a longer text; all in
 *     the form in which texts are compared
 * @param digits each value in hexadecimal digits, and the decoded bytes of a value that is base64
 * @param pieces all parts of a fixed length of the long values, because a peer may have cut the text that it repeats
 */
record HiddenValues(Set<String> texts, Set<String> digits, Set<String> pieces) {

    /**
     * The length of a piece in characters. A shorter piece reveals little of a long value, and also occurs in unrelated
     * texts.
     */
    static final int PIECE = 10;

    // A piece of a shorter value would be nearly the whole value.
    private static final int LONG = 12;

    private static final int GROUP = 3;
    private static final int BITS = 6;

    static HiddenValues none() {
        return new HiddenValues(Set.of(), Set.of(), Set.of());
    }

    HiddenValues and(Collection<String> values) {
        HiddenValues all =
                new HiddenValues(new LinkedHashSet<>(texts), new LinkedHashSet<>(digits), new HashSet<>(pieces));
        values.forEach(all::add);
        return all;
    }

    private void add(String value) {
        for (DecodedText layer : DecodedText.layers(value)) {
            String text = layer.text();
            addText(text);
            addText(withoutPadding(text));
            // The number of letters may change with the case, as that of "ß" does.
            addText(text.toUpperCase(Locale.ROOT));
            addText(text.toLowerCase(Locale.ROOT));
            addPieces(text);
            addDigits(bytes(text));
            addDecoded(text);
            base64(text).forEach(encoded -> {
                addText(encoded);
                base64(encoded).forEach(this::addText);
            });
        }
    }

    private void addText(String text) {
        if (text.length() >= Redaction.MIN_LENGTH) {
            texts.add(DecodedText.folded(text));
        }
    }

    // A path consists of words that also occur in unrelated texts.
    private void addPieces(String text) {
        String folded = DecodedText.folded(text);
        for (int i = 0; folded.length() >= LONG && !text.startsWith("/") && i + PIECE <= folded.length(); i++) {
            pieces.add(folded.substring(i, i + PIECE));
        }
    }

    private void addDigits(byte[] bytes) {
        if (bytes.length >= Redaction.MIN_LENGTH) {
            digits.add(HexFormat.of().formatHex(bytes));
        }
    }

    private void addDecoded(String text) {
        try {
            addDigits(Base64.getDecoder()
                    .decode(withoutPadding(text).replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException e) {
            // The text is not base64, so there are no decoded bytes to hide.
        }
    }

    /**
     * Returns the whole base64 form, and the parts of it that do not depend on the text around the value. There is one
     * part for each of the three positions that the value can have in a group of three bytes.
     */
    private static Set<String> base64(String text) {
        Set<String> all = new LinkedHashSet<>();
        byte[] bytes = bytes(text);
        for (int before = 0; before < GROUP; before++) {
            byte[] within = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, within, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(within);
            int first = (before * Byte.SIZE + BITS - 1) / BITS;
            int last = within.length * Byte.SIZE / BITS;
            if (last > first) {
                all.add(encoded.substring(first, last));
            }
            if (before == 0) {
                all.add(encoded);
            }
        }
        all.removeIf(encoded -> encoded.length() < Redaction.MIN_LENGTH + 1);
        return all;
    }

    private static String withoutPadding(String text) {
        return text.replaceFirst("=+$", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
