package dev.durahook.connection.secret;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads secrets as people hand them over. One that holds what can't be seen is refused, and never quoted. */
public final class SecretText {

    private static final String WHITE_SPACE = " \t\n\r\f\u000b";

    private SecretText() {}

    /**
     * The secret that a file holds on one line, without the white space around it.
     *
     * @throws InvalidTextException if the file can't be read, or holds what can't be seen
     */
    public static String inFile(Path file) {
        return visible(SmallFile.text(file), InvisibleCharacter::in);
    }

    /** The same for one that may have several lines, such as a private key in PEM. */
    public static String linesInFile(Path file) {
        return visible(SmallFile.text(file), InvisibleCharacter::inLines);
    }

    /** The same for one that was read already, as from the standard input. */
    public static String linesIn(byte[] content) {
        try {
            return visible(MarkedText.of(content), InvisibleCharacter::inLines);
        } catch (CharacterCodingException e) {
            throw new InvalidTextException("is not UTF-8: save it as UTF-8");
        }
    }

    /**
     * A secret exactly as the configuration or a variable has it. A blank one is returned as it is, for the caller to
     * refuse.
     *
     * @throws InvalidTextException if there is white space around it, or it holds what can't be seen
     */
    public static String written(String text) {
        if (!text.isBlank() && (isWhiteSpace(text.charAt(0)) || isWhiteSpace(text.charAt(text.length() - 1)))) {
            throw new InvalidTextException("begins or ends with white space, which no sender's secret does: remove it");
        }
        return text.isBlank() ? text : visible(text, InvisibleCharacter::in);
    }

    /** A value of the configuration on one line, without the white space around it. */
    public static String lineIn(String text) {
        return visible(text, InvisibleCharacter::in);
    }

    /** A value of the configuration, without the white space around it. It may have several lines. */
    public static String linesIn(String text) {
        return visible(text, InvisibleCharacter::inLines);
    }

    private static String visible(String text, Check check) {
        int end = text.length();
        while (end > 0 && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        check.in(text, start, end).ifPresent(SecretText::refuse);
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return WHITE_SPACE.indexOf(c) >= 0;
    }

    private static void refuse(InvisibleCharacter character) {
        throw new InvalidTextException(character.problem());
    }

    /** Looks for what can't be seen. Its place is counted from the beginning of the text, as an editor does. */
    @FunctionalInterface
    private interface Check {
        Optional<InvisibleCharacter> in(String text, int start, int end);
    }
}
