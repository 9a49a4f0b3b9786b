package dev.durahook.loadsupport.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds command lines for JVMs of the Java that runs this program. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * A command line.
     *
     * @param options the options of the JVM, with the class or jar that it runs
     * @param arguments the arguments of the program
     */
    public static List<String> of(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(arguments);
        return command;
    }
}
