package dev.durahook.connection.secret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character in a text that can't be seen on a screen, such as a byte order mark, a no-break space or a control
 * character.
 *
 * @param codePoint the character's code point
 * @param line its line, counted from 1
 * @param position its place in the line in characters, counted from 1
 */
public record InvisibleCharacter(int codePoint, int line, int position) {

    // Controls, format characters, unpaired surrogates, private use, every space but the ASCII one, and noncharacters.
    // The second and the third line have the rest of Default_Ignorable_Code_Point in Unicode's
    // DerivedCoreProperties.txt, and two characters that are not in it: the blank Braille pattern, and U+FFFD, which
    // replaces a character that was lost.
    private static final String INVISIBLE = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Z}\\p{IsNoncharacter_Code_Point}"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u2065\\u3164\\uFE00-\\uFE0F\\uFFA0"
            + "\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}\\u2800\\uFFFD";

    private static final Pattern ON_ONE_LINE = Pattern.compile("[" + INVISIBLE + "&&[^ ]]");
    private static final Pattern IN_LINES = Pattern.compile("[" + INVISIBLE + "&&[^ \\t\\r\\n]]");

    private static final int REPLACEMENT = 0xfffd;

    /** The first invisible character in a text of one line. */
    public static Optional<InvisibleCharacter> in(String line) {
        return in(line, 0, line.length());
    }

    /** The first invisible character in a text that may have several lines and tabs. */
    public static Optional<InvisibleCharacter> inLines(String text) {
        return inLines(text, 0, text.length());
    }

    static Optional<InvisibleCharacter> in(String text, int start, int end) {
        return first(ON_ONE_LINE.matcher(text).region(start, end), text);
    }

    static Optional<InvisibleCharacter> inLines(String text, int start, int end) {
        return first(IN_LINES.matcher(text).region(start, end), text);
    }

    /** The problem and the remedy: the rest of a sentence that begins with the configuration key. */
    public String problem() {
        return "holds " + this + remedy();
    }

    /** The character's code point, its name in Unicode and its place. */
    @Override
    public String toString() {
        String name = Character.getName(codePoint);
        return "U+%04X %s at character %s%s"
                .formatted(
                        codePoint,
                        name == null ? "(without a name)" : name,
                        position,
                        line > 1 ? " of line " + line : "");
    }

    // A process without a locale reads each byte of its environment that is not ASCII as this character.
    private String remedy() {
        return codePoint == REPLACEMENT
                ? ", which stands for a character that could not be read: save the text as UTF-8, or start with"
                        + " LC_ALL=C.UTF-8"
                : ": remove it";
    }

    private static Optional<InvisibleCharacter> first(Matcher matcher, String text) {
        return matcher.find() ? Optional.of(at(matcher.start(), text)) : Optional.empty();
    }

    private static InvisibleCharacter at(int index, String text) {
        String before = text.substring(0, index);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return new InvisibleCharacter(text.codePointAt(index), line, text.codePointCount(lineStart, index) + 1);
    }
}
