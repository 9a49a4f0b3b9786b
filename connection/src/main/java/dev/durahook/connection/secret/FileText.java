package dev.durahook.connection.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes the text of a file and removes a byte order mark. Windows Notepad and PowerShell write such a mark before
 * UTF-8, and another one before UTF-16.
 */
public final class FileText {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};

    private FileText() {}

    /**
     * Decodes a file's content as UTF-16 if it begins with a mark of UTF-16, and as UTF-8 otherwise.
     *
     * @throws CharacterCodingException if the content is not valid in that encoding
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

    /** Whether the content begins with a byte order mark of UTF-16. */
    public static boolean isUtf16(byte[] content) {
        return begins(content, UTF_16LE_MARK) || begins(content, UTF_16BE_MARK);
    }

    /** The content without a byte order mark of UTF-8. The content need not be text. */
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
