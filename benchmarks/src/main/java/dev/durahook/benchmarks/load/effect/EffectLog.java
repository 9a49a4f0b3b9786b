package dev.durahook.benchmarks.load.effect;

import dev.durahook.benchmarks.load.time.MicroTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Notes the moment at which an event had its effect: one line for each attempt that reaches the handler. Each line is
 * one write at the file's end, so that threads need no lock.
 */
public final class EffectLog {

    /** The system property that names the file. */
    public static final String PROPERTY = "durahook.benchmark.effects";

    private final FileChannel file;

    /**
     * Opens a file, and creates it if it is missing.
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

    /** Opens the file that {@link #PROPERTY} names. */
    public static EffectLog configured() {
        String path = System.getProperty(PROPERTY);
        if (path == null) {
            throw new IllegalStateException("the system property " + PROPERTY + " must name a file");
        }
        return new EffectLog(Path.of(path));
    }

    /** Notes an effect of this event now. */
    public void note(String eventId) {
        String line = MicroTime.now() + " " + eventId + "\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
