package dev.durahook.standalone.devserver;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until a development server that was just started can be used. */
final class DevServerStart {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DevServerProcess process;
    private final DevServerCommand command;
    private final Path log;

    DevServerStart(DevServerProcess process, DevServerCommand command, Path log) {
        this.process = process;
        this.command = command;
        this.log = log;
    }

    /**
     * Waits until the server answers and its namespace is set up.
     *
     * @throws InvalidConfigurationException if the server ends, or is not ready in time
     */
    void await() {
        ManagedChannel channel = Grpc.newChannelBuilder(command.target(), InsecureChannelCredentials.create())
                .build();
        try {
            await(new NamespaceSetup(channel, command.namespace()), System.nanoTime() + PATIENCE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("the start was interrupted", e);
        } finally {
            channel.shutdownNow();
        }
    }

    private void await(NamespaceSetup setup, long deadline) throws InterruptedException {
        while (true) {
            try {
                setup.apply();
                return;
            } catch (StatusRuntimeException e) {
                failIfHopeless(deadline, e);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void failIfHopeless(long deadline, StatusRuntimeException last) {
        if (!process.isAlive()) {
            throw failure("it ended before it was ready", last);
        }
        if (System.nanoTime() > deadline) {
            throw failure("it isn't ready after " + PATIENCE.toSeconds() + " s: " + last.getStatus(), last);
        }
    }

    private InvalidConfigurationException failure(String what, Exception cause) {
        return new InvalidConfigurationException(
                "The development server of " + command.cli() + " can't be used: " + what + "\n\n" + LogTail.of(log),
                "The server's log is " + log
                        + ". Correct the cause that the log names; or set TEMPORAL_ADDRESS to a running Temporal; or"
                        + " remove 'temporal' from PATH to use a server in memory.",
                cause);
    }
}
