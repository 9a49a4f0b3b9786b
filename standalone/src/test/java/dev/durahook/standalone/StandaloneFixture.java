package dev.durahook.standalone;

import dev.durahook.testsupport.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One user's machine: a data directory, the ports, and the runs of the application on them. */
final class StandaloneFixture {

    private final Path home;
    private final String path;
    private final int temporalPort = FreePort.next();
    private final int webUiPort = FreePort.next();

    /**
     * A machine.
     *
     * @param home holds its files
     * @param path its {@code PATH}
     */
    StandaloneFixture(Path home, String path) {
        this.home = home;
        this.path = path;
    }

    /** A machine with the same programs as this one. */
    static StandaloneFixture onThisPath(Path home) {
        return new StandaloneFixture(home, System.getenv("PATH"));
    }

    StandaloneProcess start(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--durahook.standalone.data-directory=" + data(),
                "--durahook.standalone.temporal-port=" + temporalPort,
                "--durahook.standalone.web-ui-port=" + webUiPort,
                "--server.port=0"));
        arguments.addAll(List.of(more));
        return StandaloneProcess.start(path, Files.createTempFile(home, "output", ".txt"), arguments);
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

    /** The development server that the application remembers. */
    ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(recorded("process"))).orElseThrow();
    }

    /** Where that server is. */
    String recordedTarget() throws IOException {
        return "127.0.0.1:" + recorded("port");
    }

    private String recorded(String key) throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(data().resolve("temporal.properties")));
        return properties.getProperty(key);
    }
}
