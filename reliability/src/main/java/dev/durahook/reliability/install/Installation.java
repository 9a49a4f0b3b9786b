package dev.durahook.reliability.install;

import dev.durahook.loadsupport.server.OpenWorkflows;
import dev.durahook.reliability.destination.ReliabilityTarget;
import dev.durahook.reliability.load.SenderSecrets;
import dev.durahook.reliability.process.Node;
import dev.durahook.testsupport.fault.FaultProxy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everything that runs during a run: the server, the applications, the destinations, and the proxies between them. */
public final class Installation implements AutoCloseable {

    /** The number of orders to which events are handed over. */
    public static final int ORDERS = 20;

    private static final int LATE = 2;

    private final List<AutoCloseable> started = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final RunSetting setting;
    private final TestedTemporal temporal;
    private final RunLedger ledger;
    private final WorkflowClient client;
    private final SenderSecrets secrets;
    private @Nullable DatabaseDisk databaseDisk;
    private @Nullable Backup backup;
    private @Nullable Versions versions;
    private boolean hasPython;

    /** A connection that passes through a proxy. */
    public record Link(String name, FaultProxy proxy) {}

    private Installation(RunSetting setting, TestedTemporal temporal, RunLedger ledger) {
        this.setting = setting;
        this.temporal = temporal;
        this.ledger = ledger;
        this.client = temporal.client();
        this.secrets = SenderSecrets.in(setting.folder());
        started.add(ledger);
        temporal.node().ifPresent(this::add);
    }

    /** Starts everything, and waits until all of it is ready. */
    public static Installation start(RunSetting setting, InstallationOptions options) {
        Installation all = new Installation(setting, options.temporal(setting), RunLedger.open(options.ledger()));
        try {
            Optional<Node> database = options.database();
            database.ifPresent(all::add);
            all.databaseDisk = options.databaseDisk(all.temporal, database).orElse(null);
            all.backup =
                    options.backup(all.temporal, setting.folder(), all.ledger).orElse(null);
            all.startProcesses(options);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void startProcesses(InstallationOptions options) {
        Applications start = new Applications(setting, temporal, ledger.url());
        int destination = setting.ports().next();
        add(start.destination(destination));
        Optional<Python> python = options.python();
        hasPython = python.isPresent();
        add(start.targets());
        add(start.activity(python));
        begin(LATE, ORDERS);
        String url = "http://" + link("worker to destination", "127.0.0.1:" + destination) + "/";
        if (options.oneProcess()) {
            add(start.combined(link("process to Temporal", temporal.target()), secrets, url));
        } else {
            add(start.receiver(link("receiver to Temporal", temporal.target()), secrets));
            add(start.worker(link("worker to Temporal", temporal.target()), url));
        }
        if (setting.olderJars() != null) {
            // Retried events let one version replay the histories that the other has written.
            versions = new Versions(applications, new ParkedEvents(client, setting.run())::retry);
        }
    }

    private void add(Application application) {
        applications.add(application);
        add(application.node());
    }

    private void add(Node node) {
        nodes.add(node);
        started.add(node);
    }

    private String link(String name, String target) {
        FaultProxy proxy = FaultProxy.to(target, setting.ports().next());
        links.add(new Link(name, proxy));
        started.add(proxy);
        return proxy.target();
    }

    /** Starts the orders for which events may be waiting. */
    public void beginLateOrders() {
        begin(0, LATE);
    }

    private void begin(int first, int end) {
        IntStream.range(first, end)
                .mapToObj(order -> WorkflowOptions.newBuilder()
                        .setTaskQueue(setting.targetQueue())
                        .setWorkflowId(setting.targets() + order)
                        .build())
                .forEach(options -> client.newUntypedWorkflowStub(ReliabilityTarget.TYPE, options)
                        .start());
    }

    /** Ends the workflows of the run that are still open, if the server goes on without the run. */
    public void endWorkflows() {
        if (temporal.isGiven()) {
            String run = setting.run();
            new OpenWorkflows(client).terminate(List.of(setting.targets(), "shop:" + run + "-", "bank:" + run + "-"));
        }
    }

    /** The address of a receiver. While one receiver replaces another, the address is drawn from both. */
    public String receiver() {
        List<Integer> ports = applications.get(0).node().ports();
        return "http://127.0.0.1:" + ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    }

    /** The processes that may be killed. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The product's applications, the receiver first. Each can be replaced by another process while it runs. */
    public List<Node> applications() {
        return applications.stream().map(Application::node).toList();
    }

    /** The versions between which the applications change, if there is an older one. */
    public Optional<Versions> versions() {
        return Optional.ofNullable(versions);
    }

    /** The language of the activity, for the table. */
    public String activity() {
        return hasPython ? "Python" : "Java";
    }

    /** The disk of the server's database, if it may be filled. */
    public Optional<DatabaseDisk> databaseDisk() {
        return Optional.ofNullable(databaseDisk);
    }

    /** The backup of the server's database, if the database is put back to it. */
    public Optional<Backup> backup() {
        return Optional.ofNullable(backup);
    }

    /** The connections that may be disturbed. */
    public List<Link> links() {
        return links;
    }

    public SenderSecrets secrets() {
        return secrets;
    }

    /** The ledger's database. */
    public RunLedger ledger() {
        return ledger;
    }

    /** The server. */
    public TestedTemporal temporal() {
        return temporal;
    }

    /** A client of the server, which passes through no proxy. */
    public WorkflowClient client() {
        return client;
    }

    @Override
    public void close() {
        client.getWorkflowServiceStubs().shutdownNow();
        for (int i = started.size() - 1; i >= 0; i--) {
            try {
                started.get(i).close();
            } catch (Exception e) {
                System.err.println("could not end a process: " + e.getMessage());
            }
        }
    }
}
