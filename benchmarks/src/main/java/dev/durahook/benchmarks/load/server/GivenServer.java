package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.loadsupport.process.ShellCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that was already running before the benchmark, and that goes on running afterwards.
 *
 * @param target the address, as {@code host:port}
 * @param namespace the namespace in which the workflows are started
 * @param processNames the names of the commands of the server and its database, whose CPU time is counted
 * @param sizeCommand a shell command that prints the database's size in bytes
 */
public record GivenServer(
        String target,
        String namespace,
        List<String> processNames,
        @Nullable String sizeCommand) implements TestedServer {

    /**
     * Checks that the processes run.
     *
     * @throws IllegalArgumentException if no process of this machine has one of these names
     */
    public GivenServer {
        processNames.stream()
                .map(ProcessGroup::named)
                .filter(ProcessGroup::isEmpty)
                .forEach(missing -> {
                    throw new IllegalArgumentException(
                            "--server-processes: no process of this machine has the name " + missing.name());
                });
    }

    @Override
    public List<ProcessGroup> processes() {
        return processNames.stream().map(ProcessGroup::named).toList();
    }

    @Override
    public double databaseBytes() {
        return sizeCommand == null ? Double.NaN : number(new ShellCommand(sizeCommand).printed());
    }

    private static double number(String printed) {
        try {
            return Double.parseDouble(printed);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the command of --database-size must print a number: " + printed, e);
        }
    }

    @Override
    public boolean endsWithTheRun() {
        return false;
    }

    @Override
    public void close() {}
}
