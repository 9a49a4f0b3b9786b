package dev.durahook.standalone.temporal;

import dev.durahook.standalone.failure.StartFailedException;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;

/** A development server between its start and its first use. */
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
     * Waits until it answers and its namespace is as Durahook needs it.
     *
     * @throws StartFailedException if it ends instead, or takes too long
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
                requireHope(deadline, e);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void requireHope(long deadline, StatusRuntimeException last) {
        if (!process.isAlive()) {
            throw failure("it ended at once", last);
        }
        if (System.nanoTime() > deadline) {
            throw failure("it isn't ready after " + PATIENCE.toSeconds() + " s: " + last.getStatus(), last);
        }
    }

    private StartFailedException failure(String what, Exception cause) {
        return new StartFailedException(
                "The development server of " + command.cli() + " can't be used: " + what + "\n\n" + LogTail.of(log),
                "Its log is " + log + ". Mend what it names; or set TEMPORAL_ADDRESS to a Temporal that is running; or"
                        + " take 'temporal' off PATH to go without.",
                cause);
    }
}
