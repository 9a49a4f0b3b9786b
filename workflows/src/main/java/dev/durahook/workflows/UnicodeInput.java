package dev.durahook.workflows;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import com.fasterxml.jackson.core.json.ByteSourceJsonBootstrapper;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bytes that are not UTF-8. A parser that keeps no names reads bytes through Java's decoder, which would replace
 * each such byte by the same character: a handler would process another name than the sender's. Text in UTF-16 and
 * UTF-32 stays readable.
 */
final class UnicodeInput extends InputDecorator {

    @Override
    public InputStream decorate(IOContext context, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        require(context, bytes, 0, bytes.length);
        return new ByteArrayInputStream(bytes);
    }

    // Without a stream, Jackson goes on with the bytes themselves.
    @Override
    public @Nullable InputStream decorate(IOContext context, byte[] source, int offset, int length) throws IOException {
        require(context, source, offset, length);
        return null;
    }

    @Override
    public Reader decorate(IOContext context, Reader reader) {
        return reader;
    }

    private static void require(IOContext context, byte[] source, int offset, int length) throws IOException {
        if (!UnsafeByteOperations.unsafeWrap(source, offset, length).isValidUtf8()
                && encoding(context, source, offset, length) == JsonEncoding.UTF8) {
            throw new CharacterCodingException();
        }
    }

    // The encoding that the parser is going to find.
    private static JsonEncoding encoding(IOContext context, byte[] source, int offset, int length) throws IOException {
        return new ByteSourceJsonBootstrapper(context, source, offset, length).detectEncoding();
    }
}
