package dev.durahook.standalone.temporal;

import dev.durahook.standalone.devserver.DevServerRecord;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One user's machine: a data directory, the ports, and the runs of the application on them. */
final class StandaloneFixture implements AutoCloseable {

    private final Path home;
    private final String path;
    private final int temporalPort = FreePort.next();
    private final int webUiPort = FreePort.next();

    /**
     * Creates a machine.
     *
     * @param home the folder of its files
     * @param path the value of {@code PATH}
     */
    StandaloneFixture(Path home, String path) {
        this.home = home;
        this.path = path;
    }

    /** A machine with the same programs as the machine of the test. */
    static StandaloneFixture onThisPath(Path home) {
        return new StandaloneFixture(home, System.getenv("PATH"));
    }

    StandaloneProcess start(String... more) {
        // These are system properties, so that arguments of a test have priority.
        List<String> options = List.of(
                "-Ddurahook.standalone.data-directory=" + data(),
                "-Ddurahook.standalone.temporal-port=" + temporalPort,
                "-Ddurahook.standalone.web-ui-port=" + webUiPort,
                "-Dserver.port=0");
        return StandaloneProcess.start(path, options, more);
    }

    Path data() {
        return home.resolve("data");
    }

    int temporalPort() {
        return temporalPort;
    }

    int webUiPort() {
        return webUiPort;
    }

    String target() {
        return "127.0.0.1:" + temporalPort;
    }

    /** Whether the application remembers a development server. */
    boolean hasServer() {
        return recorded().isPresent();
    }

    /** The development server that the application remembers. */
    ProcessHandle server() {
        return ProcessHandle.of(recorded().orElseThrow().process()).orElseThrow();
    }

    /** The address of that server. */
    String recordedTarget() {
        return LocalAddress.target(recorded().orElseThrow().port());
    }

    private Optional<DevServerRecord.RecordedServer> recorded() {
        return new DevServerRecord(data().resolve("temporal.properties")).read();
    }

    /** Ends the server that a killed run has left behind. */
    @Override
    public void close() {
        recorded()
                .map(DevServerRecord.RecordedServer::process)
                .flatMap(ProcessHandle::of)
                .ifPresent(StandaloneFixture::end);
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        server.onExit()
                .completeOnTimeout(server, Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (server.isAlive()) {
            server.destroyForcibly();
            throw new AssertionError("the server did not end when it was asked to");
        }
    }
}
