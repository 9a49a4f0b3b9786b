package dev.durahook.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be asked of the application instead of starting it. */
@Command(
        name = "durahook",
        description = "Starts receiver and worker; with one of these commands, does that instead.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]")
public final class Commands {

    private static final Set<String> NAMES = Set.of("sign", "send", "explain", "--help", "-h");

    private Commands() {}

    /** Whether these arguments are a command. Any others are the application's. */
    public static boolean include(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    public static int run(String[] arguments) {
        // Until it is initialized, it lets nothing pass: a command prints what it was asked for.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        return line(Terminal.ofProcess()).execute(arguments);
    }

    static CommandLine line(Terminal terminal) {
        return new CommandLine(new Commands())
                .addSubcommand(new SignCommand(terminal))
                .addSubcommand(new SendCommand(terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, terminal));
    }

    // What the kit refuses, it refuses with a message that names the remedy.
    private static int failed(Exception failure, Terminal terminal) throws Exception {
        if (failure instanceof CommandFailedException
                || failure instanceof IllegalArgumentException
                || failure instanceof UnsupportedOperationException) {
            terminal.err().println(failure.getMessage());
            return failure instanceof CommandFailedException ? 1 : 2;
        }
        throw failure;
    }
}
