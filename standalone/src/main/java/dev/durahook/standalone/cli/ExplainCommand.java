package dev.durahook.standalone.cli;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.standalone.cli.RequestExplainer.ShownExplanation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that explains why a captured request is verified or not. */
@Command(
        name = "explain",
        description = "Explains why a source answers a captured request with 401.",
        exitCodeListHeading = "%nExit code: ",
        exitCodeList = {
            "0:the request is verified",
            "1:the request is not verified, or can't be checked",
            "2:the command line is not valid"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final RequestExplainer explaining;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The name of the source.")
    private String source = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "The request: its first line, headers, an empty line, the exact body; - for the standard input.")
    private String request = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A configuration file that declares the source, in addition to the application's own.")
    private @Nullable String config;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The time at which the request came, such as 2026-11-24T06:30:00Z. Default: now.")
    private @Nullable Instant at;

    @Mixin
    final HelpOption help = new HelpOption();

    ExplainCommand(Terminal terminal, RequestExplainer explaining) {
        this.terminal = terminal;
        this.explaining = explaining;
    }

    @Override
    public Integer call() {
        byte[] captured = new InputReader(terminal.in()).read(request);
        InstantSource clock = at == null ? terminal.clock() : InstantSource.fixed(at);
        ShownExplanation explanation = explained(captured, clock);
        terminal.out().println(explanation.text());
        return explanation.isVerified() ? 0 : 1;
    }

    private ShownExplanation explained(byte[] captured, InstantSource clock) {
        try {
            return explaining.of(new Configurations(terminal).read(config), source, captured, clock);
        } catch (InvalidSourceException e) {
            throw new CommandFailedException(e.key() + " " + e.problem());
        }
    }
}
