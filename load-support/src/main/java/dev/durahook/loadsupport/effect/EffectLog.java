package dev.durahook.loadsupport.effect;

import dev.durahook.loadsupport.time.MicroTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Notes the moment of each effect in a file: one line for each attempt that reaches the handler. A single write appends
 * a line, so that threads need no lock.
 */
public final class EffectLog {

    /** The system property that names the file. */
    public static final String PROPERTY = "durahook.effects";

    private final FileChannel file;

    /**
     * Opens a file, which is created if it is missing.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public EffectLog(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write effects to " + path, e);
        }
    }

    /**
     * Opens the file that {@link #PROPERTY} names.
     *
     * @throws IllegalStateException if the property is not set
     */
    public static EffectLog configured() {
        String path = System.getProperty(PROPERTY);
        if (path == null) {
            throw new IllegalStateException("the system property " + PROPERTY + " must name a file");
        }
        return new EffectLog(Path.of(path));
    }

    /** Notes that this event has its effect now. */
    public void note(String eventId) {
        String line = MicroTime.now() + " " + eventId + "\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
