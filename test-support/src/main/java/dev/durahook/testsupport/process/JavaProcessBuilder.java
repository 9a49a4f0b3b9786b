package dev.durahook.testsupport.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the class path, options, arguments and environment of a {@link JavaProcess}. */
public final class JavaProcessBuilder {

    /** Options of a JVM that lives for seconds: its start takes about half the CPU time, and its code stays slower. */
    public static final List<String> QUICK_START = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            // The classes that a compiler has written need no verification, which takes a tenth of a start.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private final Class<?> main;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> prefix = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");

    JavaProcessBuilder(Class<?> main) {
        this.main = main;
    }

    /** Sets an environment variable. */
    public JavaProcessBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets environment variables. */
    public JavaProcessBuilder environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Removes the variables of the test's own environment whose names begin with this text. */
    public JavaProcessBuilder withoutEnvironment(String namePrefix) {
        removed.add(namePrefix);
        return this;
    }

    /** Writes these words before the command, such as {@code setsid}. */
    public JavaProcessBuilder prefix(List<String> words) {
        prefix.addAll(words);
        return this;
    }

    /** Adds an option of the JVM, such as {@code -Xmx64m}. */
    public JavaProcessBuilder option(String option) {
        options.add(option);
        return this;
    }

    /** Runs the process on this class path instead of the test's own. */
    public JavaProcessBuilder classPath(String entries) {
        classPath = entries;
        return this;
    }

    /** Adds arguments of the program. */
    public JavaProcessBuilder arguments(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    public JavaProcess start() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(name -> removed.stream().anyMatch(name::startsWith));
        builder.environment().putAll(environment);
        return new JavaProcess(ChildProcess.start(builder));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(prefix);
        command.add(JavaProcess.java().toString());
        command.addAll(QUICK_START);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return command;
    }
}
