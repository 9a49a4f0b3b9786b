package dev.durahook.testsupport.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The wall clock of a process, which jumps while the process runs. {@link System#nanoTime} and all waits go on as they
 * do on a machine whose clock is set. Needs libfaketime: mark the test with {@link RequiresFaketime}.
 */
public final class JumpingClock {

    // Libfaketime assumes of this C library that a timed wait counts on the real wall clock. A JVM's waits count on the
    // monotonic clock, so with this assumption each of them would be over at once.
    private static final String WAIT_ON_MONOTONIC_CLOCK = "FAKETIME_FORCE_MONOTONIC_FIX";

    private final Path file;

    private JumpingClock(Path file) {
        this.file = file;
    }

    /**
     * A clock that is right.
     *
     * @param file the file that holds by how much the clock is ahead; its folder must exist
     */
    public static JumpingClock in(Path file) {
        JumpingClock clock = new JumpingClock(file);
        clock.jump(Duration.ZERO);
        return clock;
    }

    /** The environment variables of a process that has this clock. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                Faketime.library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                WAIT_ON_MONOTONIC_CLOCK,
                "0",
                // The times of files stay as they are.
                "NO_FAKE_STAT",
                "1");
    }

    /** Sets the clock, which is then ahead of the machine's by this much, or behind it. */
    public void jump(Duration ahead) {
        try {
            Path next = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".next"),
                    String.format(Locale.ROOT, "%+d%n", ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
