package dev.durahook.reliability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.durahook.reliability.destination.DestinationCommand;
import dev.durahook.reliability.destination.TargetsCommand;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.install.InstallationOptions;
import dev.durahook.reliability.install.Setting;
import dev.durahook.reliability.report.Report;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends events while processes and connections fail, and checks what became of each event. */
@Command(
        name = "reliability",
        description = "Sends events while processes and connections fail, and checks what became of each event.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        subcommands = {DestinationCommand.class, TargetsCommand.class},
        exitCodeListHeading = "%nExit code: ",
        exitCodeList = {
            "0:each accepted event was processed, and nothing was done twice",
            "1:a promise was broken, or the run could not be made",
            "2:the command is not understood"
        })
public final class ReliabilityRun implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final InstallationOptions installation = new InstallationOptions();

    /** Runs the command. */
    public static void main(String[] arguments) {
        // In seconds. The receiver keeps idle connections longer: a request on a closed connection would fail.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        System.exit(new CommandLine(new ReliabilityRun())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure))
                .execute(arguments));
    }

    // A missing program, jar or server is reported in a sentence. Any other failure is a fault of this command.
    private static int report(Exception failure) throws Exception {
        if (failure instanceof IllegalStateException || failure instanceof IllegalArgumentException) {
            System.err.println(failure.getMessage());
            return 1;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        Setting setting = options.setting();
        System.err.println("The records and logs of this run are in " + setting.folder());
        try (Installation all = Installation.start(setting, installation)) {
            Report report = new Run(options, setting, all, installation.store()).make();
            System.out.println(report.text());
            if (!report.verdict().violations().isEmpty()) {
                return 1;
            }
            all.endWorkflows();
            return 0;
        }
    }
}
