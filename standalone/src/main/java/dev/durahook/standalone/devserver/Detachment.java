package dev.durahook.standalone.devserver;

import java.nio.file.Path;
import java.util.List;

/**
 * Starts the development server in a process group of its own, where Ctrl-C does not reach it. Ctrl-C goes to every
 * process of the terminal's foreground group, so the server would end before the workers have reported the results of
 * their activities.
 */
public final class Detachment {

    private final Executables executables;

    /** Finds the programs that make a process group among these. */
    public Detachment(Executables executables) {
        this.executables = executables;
    }

    /**
     * The arguments to put before a command, whose process ID stays the same. Empty on a system that has neither {@code
     * setsid} (Linux) nor Perl (macOS): there Ctrl-C reaches the server too.
     */
    public List<String> prefix() {
        return executables
                .find("setsid")
                .map(Detachment::setsid)
                .or(() -> executables.find("perl").map(Detachment::perl))
                .orElse(List.of());
    }

    private static List<String> setsid(Path setsid) {
        return List.of(setsid.toString());
    }

    private static List<String> perl(Path perl) {
        return List.of(perl.toString(), "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or die \"$ARGV[0]: $!\\n\"");
    }
}
