package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.measure.Load;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.ModeMeasurer;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.mode.RunningModes;
import dev.durahook.benchmarks.load.report.Environment;
import dev.durahook.benchmarks.load.report.ProgressOutput;
import dev.durahook.benchmarks.load.report.RawFile;
import dev.durahook.benchmarks.load.server.StoredEvents;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.loadsupport.process.Ports;
import dev.durahook.loadsupport.server.OpenWorkflows;
import dev.durahook.loadsupport.server.ServerClient;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server on which the wanted modes run, and all measurements so far. */
final class BenchmarkSession implements AutoCloseable {

    private final RunFolder folder;
    private final TestedServer server;
    private final WorkflowClient client;
    private final RunningModes running;
    private final ModeMeasurer measuring;
    private final RawFile raw;
    private final List<Measurement> measurements = new ArrayList<>();
    private final AtomicBoolean terminated = new AtomicBoolean();

    private BenchmarkSession(
            BenchmarkOptions options,
            RunFolder folder,
            TestedServer server,
            WorkflowClient client,
            RunningModes running) {
        this.folder = folder;
        this.server = server;
        this.client = client;
        this.running = running;
        this.measuring =
                new ModeMeasurer(folder.run(), server, new StoredEvents(client), running.common(), options.stall());
        this.raw = new RawFile(folder.path().resolve("raw.jsonl"));
    }

    /** Starts the server and the modes, and sends each mode the events of the warm-up. */
    static BenchmarkSession start(BenchmarkOptions options, Collection<Mode> modes) {
        BenchmarkSession session = open(options, modes);
        Runtime.getRuntime().addShutdownHook(new Thread(session::terminateOpen));
        try {
            modes.forEach(mode -> session.warmUp(mode, options));
            return session;
        } catch (RuntimeException e) {
            // Keeps this failure if closing fails as well.
            try (session) {
                throw e;
            }
        }
    }

    private static BenchmarkSession open(BenchmarkOptions options, Collection<Mode> modes) {
        RunFolder folder = RunFolder.create(options.project());
        Ports ports = options.ports();
        TestedServer server = options.server(ports, folder.path());
        try {
            WorkflowClient client = ServerClient.of(server.target(), server.namespace());
            ProgressOutput.say("starting " + modes);
            RunningModes running = RunningModes.start(options.setting(folder, server, ports), client, modes);
            return new BenchmarkSession(options, folder, server, client, running);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void warmUp(Mode mode, BenchmarkOptions options) {
        if (options.parked() > 0 && (mode == Mode.APART || mode == Mode.ONE_PROCESS)) {
            measuring.park(running.of(mode), options.parked(), options.inFlight());
        }
        if (options.warmUp() > 0) {
            measure(mode, Load.closed(Purpose.WARM_UP, 0, options.warmUp(), options.inFlight()));
        }
    }

    /**
     * Measures one mode under one load.
     *
     * @throws IllegalStateException if the mode accepted no event
     */
    Measurement measure(Mode mode, Load load) {
        Measurement measurement = measuring.measure(running.of(mode), load);
        measurements.add(measurement);
        raw.add(measurement);
        ProgressOutput.say(measurement);
        measurement.checkAccepted(folder.path());
        return measurement;
    }

    /** All measurements so far, with the warm-up. */
    List<Measurement> measurements() {
        return measurements;
    }

    /**
     * Prints the table, and the sentences below it.
     *
     * @return the exit code of the command: 1 if an event was lost or repeated, otherwise 0
     */
    int print(String table) {
        System.out.println(table);
        System.out.println();
        System.out.println(Environment.of(client, measurements) + " Raw results: " + raw.path());
        boolean isExact = measurements.stream().allMatch(Measurement::isExact);
        if (!isExact) {
            System.out.println("FAILED: events were lost or repeated.");
        }
        return isExact ? 0 : 1;
    }

    @Override
    public void close() {
        try (server;
                running) {
            terminateOpen();
        } finally {
            client.getWorkflowServiceStubs().shutdownNow();
        }
    }

    // Also when the command is interrupted: no worker takes the workflows of some modes, so they would run for ever.
    private void terminateOpen() {
        if (!server.endsWithTheRun() && terminated.compareAndSet(false, true)) {
            new OpenWorkflows(client).terminate(running.idPrefixes(folder.run()));
        }
    }
}
