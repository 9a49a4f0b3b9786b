package dev.durahook.connection.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as a file holds it. A byte order mark is taken off: Windows Notepad and PowerShell write one before UTF-8, and
 * one that means UTF-16.
 */
public final class MarkedText {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};

    private MarkedText() {}

    /**
     * The text of a file's content: UTF-8, or UTF-16 where its mark says so.
     *
     * @throws CharacterCodingException if it is neither
     */
    public static String of(byte[] content) throws CharacterCodingException {
        if (begins(content, UTF_8_MARK)) {
            return decoded(content, UTF_8_MARK.length, StandardCharsets.UTF_8);
        }
        if (begins(content, UTF_16LE_MARK)) {
            return decoded(content, UTF_16LE_MARK.length, StandardCharsets.UTF_16LE);
        }
        if (begins(content, UTF_16BE_MARK)) {
            return decoded(content, UTF_16BE_MARK.length, StandardCharsets.UTF_16BE);
        }
        return decoded(content, 0, StandardCharsets.UTF_8);
    }

    /** Whether a content is UTF-16 by its mark. */
    public static boolean isUtf16(byte[] content) {
        return begins(content, UTF_16LE_MARK) || begins(content, UTF_16BE_MARK);
    }

    /** A content that may be no text, without the mark of UTF-8 before it. */
    public static byte[] withoutMark(byte[] content) {
        return begins(content, UTF_8_MARK) ? Arrays.copyOfRange(content, UTF_8_MARK.length, content.length) : content;
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static String decoded(byte[] content, int start, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(content, start, content.length - start))
                .toString();
    }
}
