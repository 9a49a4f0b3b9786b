package dev.durahook.workflows.json;

import dev.durahook.workflows.json.JsonScanner.Token;
import org.jspecify.annotations.Nullable;

/**
 * Passes once through a JSON text and reports the wanted values. Recursion is as deep as the longest pointer, however
 * deep the text is nested.
 */
final class JsonWalk {

    /** Receives the wanted values. */
    @FunctionalInterface
    interface Finder {

        /**
         * A complete value was found.
         *
         * @param place its place
         * @param start the offset of its first byte
         * @param end the offset after its last byte
         * @return whether to continue
         */
        boolean found(PointerTree place, int start, int end);
    }

    /** The result of a walk. */
    enum Ending {
        /** The text is exactly one value. */
        WHOLE,
        /** A wanted place, or one around it, occurs twice, so parsers differ in its value. */
        TWICE,
        /** The text is not JSON, continues after its value, or the finder stopped the walk. */
        BROKEN
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] text;
    private final Finder finder;
    private final JsonScanner scanner;
    private Ending failure = Ending.BROKEN;

    private JsonWalk(byte[] text, Finder finder) {
        this.text = text;
        this.finder = finder;
        this.scanner = new JsonScanner(text, hasMark(text) ? BYTE_ORDER_MARK.length : 0);
    }

    /** Walks through a text in UTF-8, with or without a byte order mark. */
    static Ending through(byte[] text, PointerTree root, Finder finder) {
        JsonWalk walk = new JsonWalk(text, finder);
        boolean whole = walk.value(walk.scanner.next(), root) && walk.scanner.next() == Token.END;
        return whole ? Ending.WHOLE : walk.failure;
    }

    private static boolean hasMark(byte[] text) {
        return text.length >= BYTE_ORDER_MARK.length
                && text[0] == BYTE_ORDER_MARK[0]
                && text[1] == BYTE_ORDER_MARK[1]
                && text[2] == BYTE_ORDER_MARK[2];
    }

    private boolean value(Token token, @Nullable PointerTree place) {
        if (place == null) {
            return skip(token);
        }
        if (!place.see()) {
            failure = Ending.TWICE;
            return false;
        }
        int start = scanner.start();
        return inside(token, place) && finder.found(place, start, scanner.end());
    }

    private boolean inside(Token token, PointerTree place) {
        if (place.isLeaf() || !token.isBeginning()) {
            return skip(token);
        }
        return token == Token.BEGIN_OBJECT ? members(place) : elements(place);
    }

    private boolean members(PointerTree object) {
        Token token = scanner.next();
        while (token == Token.NAME) {
            JsonString name = new JsonString(text, scanner.start(), scanner.end());
            if (name.isDoubtful() || !value(scanner.next(), object.member(name))) {
                return false;
            }
            token = scanner.next();
        }
        return token == Token.END_OBJECT;
    }

    private boolean elements(PointerTree array) {
        int position = 0;
        Token token = scanner.next();
        while (token.isValue()) {
            if (!value(token, array.element(position))) {
                return false;
            }
            position++;
            token = scanner.next();
        }
        return token == Token.END_ARRAY;
    }

    private boolean skip(Token token) {
        int outside = token.isBeginning() ? scanner.depth() - 1 : scanner.depth();
        while (scanner.depth() > outside) {
            if (scanner.next() == Token.BROKEN) {
                return false;
            }
        }
        return token.isValue();
    }
}
