package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The commands under one heading of the runbook, run as they are written there. {@link #close} fails the test if a
 * command was never run.
 */
final class Commands implements AutoCloseable {

    private final List<String> commands;
    private final Path folder;
    private final Map<String, String> variables;
    private final Map<String, String> addresses;
    private final Set<Integer> tried = new HashSet<>();

    /**
     * Reads the commands.
     *
     * @param commands the commands as they are written
     * @param folder the working directory
     * @param variables the variables of the environment
     * @param addresses the addresses on the page, and the addresses that replace them in this test
     */
    Commands(List<String> commands, Path folder, Map<String, String> variables, Map<String, String> addresses) {
        this.commands = commands;
        this.folder = folder;
        this.variables = variables;
        this.addresses = addresses;
    }

    /** The same commands against another Temporal. */
    Commands on(String temporal) {
        Map<String, String> others = new HashMap<>(variables);
        others.put("TEMPORAL_ADDRESS", temporal);
        return new Commands(commands, folder, others, addresses);
    }

    /** Runs the command at a place, counted from 0, and returns its whole output. The command must succeed. */
    String run(int place) {
        Result result = result(place);
        assertThat(result.exitCode())
                .as(commands.get(place) + "\n" + result.output())
                .isZero();
        return result.output();
    }

    /** Runs the command at a place, which may fail. */
    Result result(int place) {
        tried.add(place);
        String command = commands.get(place);
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            command = command.replace(address.getKey(), address.getValue());
        }
        try {
            return run(command);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Result run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return new Result(process.exitValue(), output);
    }

    @Override
    public void close() {
        for (int place = 0; place < commands.size(); place++) {
            assertThat(tried).as("no test ran: " + commands.get(place)).contains(place);
        }
    }

    /** The exit code and the output of a command. */
    record Result(int exitCode, String output) {}
}
