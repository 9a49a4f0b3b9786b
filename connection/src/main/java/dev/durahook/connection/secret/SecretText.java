package dev.durahook.connection.secret;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads secrets from files, the configuration and the standard input. A secret that holds an invisible character is
 * refused, and no message quotes a secret.
 */
public final class SecretText {

    private static final String WHITE_SPACE = " \t\n\r\f\u000b";

    private static final Pattern QUOTED = Pattern.compile("(?s)([\"']).+\\1|\\[\\s*([\"']).+\\2\\s*]");

    private SecretText() {}

    /**
     * Reads a secret of one line from a file, without the white space around it.
     *
     * @throws InvalidTextException if the file can't be read, or holds an invisible character
     */
    public static String inFile(Path file) {
        return visible(SmallFile.text(file), InvisibleCharacter::in);
    }

    /** Reads a secret that may have several lines from a file, such as a private key in PEM form. */
    public static String linesInFile(Path file) {
        return visible(SmallFile.text(file), InvisibleCharacter::inLines);
    }

    /** Reads a secret that may have several lines from the content of a file or of the standard input. */
    public static String linesIn(byte[] content) {
        try {
            return visible(FileText.of(content), InvisibleCharacter::inLines);
        } catch (CharacterCodingException e) {
            throw new InvalidTextException("is not UTF-8: save it as UTF-8");
        }
    }

    /**
     * A secret exactly as the configuration or a variable has it. A blank secret is returned unchanged, for the caller
     * to refuse.
     *
     * @throws InvalidTextException if there is white space around the secret, quotation marks or a list in brackets, or
     *     the secret holds an invisible character
     */
    public static String written(String text) {
        if (!text.isBlank() && (isWhiteSpace(text.charAt(0)) || isWhiteSpace(text.charAt(text.length() - 1)))) {
            throw new InvalidTextException("begins or ends with white space, which no sender's secret does: remove it");
        }
        if (QUOTED.matcher(text).matches()) {
            throw new InvalidTextException(
                    "is in quotation marks, or is a list in brackets with quotation marks, which no"
                            + " sender's secret is: remove them; in a variable of the environment, they are part of the value");
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

    private static String visible(String text, InvisibleCharacterSearch search) {
        int end = text.length();
        while (end > 0 && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        search.in(text, start, end).ifPresent(SecretText::refuse);
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return WHITE_SPACE.indexOf(c) >= 0;
    }

    private static void refuse(InvisibleCharacter character) {
        throw new InvalidTextException(character.problem());
    }

    /**
     * Looks for an invisible character in a part of a text. The place of the character is counted from the
     * beginning of the whole text, as an editor counts.
     */
    @FunctionalInterface
    private interface InvisibleCharacterSearch {
        Optional<InvisibleCharacter> in(String text, int start, int end);
    }
}
