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

    @Override
    public List<ProcessGroup> processes() {
        return processNames.stream().map(ProcessGroup::named).toList();
    }

    @Override
    public double databaseBytes() {
        return sizeCommand == null ? Double.NaN : Double.parseDouble(new ShellCommand(sizeCommand).printed());
    }

    @Override
    public boolean endsWithTheRun() {
        return false;
    }

    @Override
    public void close() {}
}
