package dev.durahook.reliability;

import ch.qos.logback.classic.Level;
import dev.durahook.loadsupport.process.Program;
import dev.durahook.reliability.destination.DestinationCommand;
import dev.durahook.reliability.destination.TargetsCommand;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.install.InstallationOptions;
import dev.durahook.reliability.install.RunSetting;
import dev.durahook.reliability.report.Report;
import java.util.concurrent.Callable;
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
            "0:each accepted event was processed, or parked if its destination refuses it, and nothing was done twice",
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
        Program.run(new ReliabilityRun(), Level.ERROR, arguments);
    }

    @Override
    public Integer call() {
        RunSetting setting = options.setting();
        System.err.println("The records and logs of this run are in " + setting.folder());
        try (Installation all = Installation.start(setting, installation)) {
            Report report = new Run(options, setting, all, installation.store()).make();
            System.out.println(report.text());
            if (!report.result().violations().isEmpty()) {
                return 1;
            }
            all.endWorkflows();
            return 0;
        }
    }
}
