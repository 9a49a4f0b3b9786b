package dev.durahook.workflows.json;

import java.util.BitSet;

/**
 * Finds the tokens of a JSON text, without interpreting strings and numbers.
 *
 * <p>Strict if a mistake could change the structure: brackets, quotes, colons and commas must be where JSON requires
 * them, and nothing may follow the value. Accepts mistakes that can't change the structure: any byte in a string, any
 * escape, any letters and digits as a number, a comma before a closing bracket, and any depth. Each level of nesting
 * takes one bit.
 */
final class JsonScanner {

    /** The kinds of tokens. */
    enum Token {
        BEGIN_OBJECT,
        END_OBJECT,
        BEGIN_ARRAY,
        END_ARRAY,
        /** The name of a member; its value is next. */
        NAME,
        STRING,
        /** A number, true, false, null, or letters in their place, such as NaN. */
        LITERAL,
        /** The end of the text, after exactly one value. */
        END,
        /** The text is not JSON from here on. */
        BROKEN;

        boolean isBeginning() {
            return this == BEGIN_OBJECT || this == BEGIN_ARRAY;
        }

        boolean isValue() {
            return isBeginning() || this == STRING || this == LITERAL;
        }
    }

    private enum Expected {
        VALUE,
        VALUE_OR_END,
        NAME_OR_END,
        SEPARATOR
    }

    private static final int NOTHING = -1;

    /** The ASCII characters that may occur in numbers and words. */
    private static final boolean[] OF_LITERALS = ofLiterals();

    private final byte[] text;
    private final BitSet objects = new BitSet();
    private Expected expected = Expected.VALUE;
    private int depth;
    private boolean isInObject;
    private int position;
    private int start;
    private int end;

    /**
     * A scanner for a text.
     *
     * @param text the text in UTF-8, or in another encoding that has ASCII as its first 128 characters
     * @param begin the offset where the JSON text begins
     */
    JsonScanner(byte[] text, int begin) {
        this.text = text;
        this.position = begin;
    }

    /** The offset where the latest token begins. */
    int start() {
        return start;
    }

    /** The offset after the latest token. */
    int end() {
        return end;
    }

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    /** Finds the next token. Must not be called after {@link Token#END} or {@link Token#BROKEN}. */
    Token next() {
        skipSpace();
        if (expected == Expected.SEPARATOR && depth > 0 && current() == ',') {
            position++;
            expected = inside();
            skipSpace();
        }
        start = position;
        int first = current();
        Token token = switch (expected) {
            case VALUE -> value(first);
            case VALUE_OR_END -> first == ']' ? close(first) : value(first);
            case NAME_OR_END -> first == '"' ? name() : close(first);
            case SEPARATOR -> depth > 0 ? close(first) : ended(first);
        };
        if (token != Token.NAME) {
            end = position;
        }
        return token;
    }

    private int current() {
        return position < text.length ? text[position] & 0xff : NOTHING;
    }

    private Expected inside() {
        return isInObject ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
    }

    private void skipSpace() {
        while (position < text.length && isSpace(text[position])) {
            position++;
        }
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private Token value(int first) {
        return switch (first) {
            case '{' -> open(Token.BEGIN_OBJECT);
            case '[' -> open(Token.BEGIN_ARRAY);
            case '"' -> string();
            default -> literal();
        };
    }

    private Token open(Token bracket) {
        isInObject = bracket == Token.BEGIN_OBJECT;
        objects.set(depth, isInObject);
        depth++;
        position++;
        expected = inside();
        return bracket;
    }

    private Token close(int first) {
        Token bracket = isInObject ? Token.END_OBJECT : Token.END_ARRAY;
        if (first != (isInObject ? '}' : ']')) {
            return Token.BROKEN;
        }
        depth--;
        isInObject = depth > 0 && objects.get(depth - 1);
        position++;
        expected = Expected.SEPARATOR;
        return bracket;
    }

    private static Token ended(int first) {
        return first == NOTHING ? Token.END : Token.BROKEN;
    }

    private Token name() {
        Token token = string();
        end = position;
        skipSpace();
        if (token == Token.BROKEN || current() != ':') {
            return Token.BROKEN;
        }
        position++;
        expected = Expected.VALUE;
        return Token.NAME;
    }

    private Token string() {
        byte[] bytes = text;
        int at = position + 1;
        while (at < bytes.length && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        if (at >= bytes.length) {
            return Token.BROKEN;
        }
        position = at + 1;
        expected = Expected.SEPARATOR;
        return Token.STRING;
    }

    private Token literal() {
        byte[] bytes = text;
        int at = position;
        while (at < bytes.length && bytes[at] > 0 && OF_LITERALS[bytes[at]]) {
            at++;
        }
        position = at;
        expected = Expected.SEPARATOR;
        return position > start ? Token.LITERAL : Token.BROKEN;
    }

    private static boolean[] ofLiterals() {
        boolean[] characters = new boolean[128];
        for (char character = '0'; character <= 'z'; character++) {
            characters[character] = Character.isLetterOrDigit(character);
        }
        for (char character : new char[] {'-', '+', '.'}) {
            characters[character] = true;
        }
        return characters;
    }
}
