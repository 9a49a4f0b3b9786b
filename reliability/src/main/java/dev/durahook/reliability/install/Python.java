package dev.durahook.reliability.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Python in which the activity of a run is written, because the product calls activities in any language.
 *
 * @param program the program, such as {@code python3}
 */
record Python(String program) {

    private static final String SCRIPT = "score.py";

    /**
     * Finds a Python that has Temporal's SDK.
     *
     * @param given the program that must be used; null uses {@code python3} on PATH if it has the SDK
     * @throws IllegalStateException if the given program does not have the SDK
     */
    static Optional<Python> find(@Nullable String given) {
        Python python = new Python(given == null ? "python3" : given);
        if (python.hasTemporal()) {
            return Optional.of(python);
        }
        if (given == null) {
            return Optional.empty();
        }
        throw new IllegalStateException("--python must name a Python that has the package temporalio, which " + given
                + " does not have. Use for example: python3 -m venv /tmp/python && /tmp/python/bin/pip install -r"
                + " examples/python/requirements.txt, then --python /tmp/python/bin/python");
    }

    private boolean hasTemporal() {
        try {
            return new ProcessBuilder(program, "-c", "import temporalio")
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Python starts", e);
        }
    }

    /** The command that runs the activity with these arguments. Its script is copied into the folder. */
    List<String> command(Path folder, List<String> arguments) {
        Path script = folder.resolve(SCRIPT);
        try (InputStream content = Python.class.getResourceAsStream(SCRIPT)) {
            if (content == null) {
                throw new IllegalStateException(SCRIPT + " is missing on the class path");
            }
            Files.write(script, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + script, e);
        }
        return Stream.concat(Stream.of(program, script.toString()), arguments.stream())
                .toList();
    }
}
