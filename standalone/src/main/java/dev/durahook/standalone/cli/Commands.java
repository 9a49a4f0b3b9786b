package dev.durahook.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands that can be run instead of starting the application. */
@Command(
        name = "durahook",
        description = "Starts receiver and worker, or runs one of these commands instead.",
        synopsisSubcommandLabel = "[COMMAND]")
public final class Commands {

    private static final Set<String> NAMES = Set.of("sign", "send", "explain", "--help", "-h");

    @Mixin
    final HelpOption help = new HelpOption();

    private Commands() {}

    /** Whether these arguments begin with a command. If not, they are arguments of the application. */
    public static boolean include(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    public static int run(String[] arguments) {
        // The logging system prints nothing before it is initialized, so that a command prints only its own output.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        return line(Terminal.ofProcess()).execute(arguments);
    }

    static CommandLine line(Terminal terminal) {
        return line(terminal, RequestExplainer::byReceiver);
    }

    static CommandLine line(Terminal terminal, RequestExplainer explaining) {
        return new CommandLine(new Commands())
                .addSubcommand(new SignCommand(terminal))
                .addSubcommand(new SendCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal, explaining))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, terminal));
    }

    // durahook-signing, which signs the deliveries, throws exceptions whose messages name the remedy.
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
