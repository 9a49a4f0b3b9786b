package dev.durahook.benchmarks.load.server;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.loadsupport.server.DevelopmentServer;
import java.util.List;

/**
 * A development server that the benchmark has started, and that ends with it.
 *
 * @param server the server
 */
public record StartedServer(DevelopmentServer server) implements TestedServer {

    @Override
    public String target() {
        return server.target();
    }

    @Override
    public String namespace() {
        return server.namespace();
    }

    @Override
    public List<ProcessGroup> processes() {
        return List.of(ProcessGroup.of("server", server.process().id()));
    }

    @Override
    public double databaseBytes() {
        return server.databaseBytes();
    }

    @Override
    public boolean endsWithTheRun() {
        return true;
    }

    @Override
    public void close() {
        server.close();
    }
}
