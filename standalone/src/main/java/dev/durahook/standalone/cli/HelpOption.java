package dev.durahook.standalone.cli;

import picocli.CommandLine.Option;

/** The help of a command. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean asked;
}
