package dev.durahook.reliability.install;

import dev.durahook.loadsupport.server.DevelopmentServer;
import dev.durahook.loadsupport.server.ServerClient;
import dev.durahook.loadsupport.time.Pause;
import dev.durahook.reliability.process.Node;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The Temporal server of a run. */
public final class TestedTemporal {

    private static final List<String> SMALL_QUOTA = List.of("--dynamic-config-value", "frontend.namespaceRPS=10");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String target;
    private final String namespace;
    private final @Nullable Node node;
    private final @Nullable Path database;
    // Arguments of the next start of a development server; null for any other server.
    private final @Nullable AtomicReference<List<String>> next;

    private TestedTemporal(
            String target,
            String namespace,
            @Nullable Node node,
            @Nullable Path database,
            @Nullable AtomicReference<List<String>> next) {
        this.target = target;
        this.namespace = namespace;
        this.node = node;
        this.database = database;
        this.next = next;
    }

    /**
     * Starts the development server of the CLI on PATH, on a new database file whose commits are durable.
     *
     * @param folder the folder of the database
     */
    static TestedTemporal development(RunSetting setting, Path folder) {
        int port = setting.ports().next();
        Path database = folder.resolve(setting.run() + ".db");
        AtomicReference<List<String>> next = new AtomicReference<>(List.of());
        Node node = Node.start(
                "Temporal",
                () -> DevelopmentServer.start(port, database, setting.log("temporal"), next.getAndSet(List.of()))
                        .process());
        return new TestedTemporal("127.0.0.1:" + port, "default", node, database, next);
    }

    /**
     * A server that runs already.
     *
     * @param node the server's process; null if the process must be left alone
     */
    static TestedTemporal given(String target, String namespace, @Nullable Node node) {
        return new TestedTemporal(target, namespace, node, null, null);
    }

    /**
     * Waits until a server answers.
     *
     * @throws IllegalStateException if the server does not answer for minutes
     */
    static void awaitAnswer(String target, String namespace) {
        given(target, namespace, null).awaitAnswer(() -> {});
    }

    /**
     * Waits until the server answers.
     *
     * @param meanwhile is run after each question without an answer
     * @throws IllegalStateException if the server does not answer for minutes
     */
    void awaitAnswer(Runnable meanwhile) {
        WorkflowServiceStubs stubs = client().getWorkflowServiceStubs();
        try {
            await(target, () -> ServerClient.answers(stubs, namespace), meanwhile);
        } finally {
            stubs.shutdownNow();
        }
    }

    static void await(String target, BooleanSupplier answers, Runnable meanwhile) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(
                        "Temporal has not answered on " + target + " for " + PATIENCE.toMinutes() + " minutes");
            }
            meanwhile.run();
            Pause.of(PAUSE);
        }
    }

    /** The address, as {@code host:port}. */
    String target() {
        return target;
    }

    String namespace() {
        return namespace;
    }

    /** Whether the server goes on after the run. */
    boolean isGiven() {
        return next == null;
    }

    /** The server's process, if the run may end it. */
    public Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    /**
     * A backup of the database, if the run has started the server.
     *
     * @param folder the folder for the copy
     */
    Optional<Backup> backup(Path folder) {
        return node == null || database == null
                ? Optional.empty()
                : Optional.of(new FileBackup(node, database, folder));
    }

    /** Starts the server again with a quota that is too small, if the run has started the server. */
    public Optional<Runnable> exhaustQuota() {
        return Optional.ofNullable(next).map(arguments -> () -> {
            arguments.set(SMALL_QUOTA);
            restart();
        });
    }

    /** Ends the server in order, and starts it again. */
    public void restart() {
        node().ifPresent(process -> {
            process.terminate();
            process.start();
        });
    }

    /** A client with default options, directly to the server. */
    public WorkflowClient client() {
        return ServerClient.of(target, namespace);
    }
}
