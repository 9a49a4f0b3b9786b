package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return sizeCommand == null ? Double.NaN : Double.parseDouble(run(sizeCommand));
    }

    @Override
    public boolean endsWithTheRun() {
        return false;
    }

    @Override
    public void close() {}

    private static String run(String command) {
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + command, e);
        }
    }
}
