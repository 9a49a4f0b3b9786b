package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.measure.Load;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.benchmarks.load.measure.Measuring;
import dev.durahook.benchmarks.load.measure.Purpose;
import dev.durahook.benchmarks.load.mode.Installation;
import dev.durahook.benchmarks.load.mode.Mode;
import dev.durahook.benchmarks.load.report.Environment;
import dev.durahook.benchmarks.load.report.Progress;
import dev.durahook.benchmarks.load.report.RawFile;
import dev.durahook.benchmarks.load.server.StoredEvents;
import dev.durahook.benchmarks.load.server.TestedServer;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A server with all modes that were asked for, and everything that was measured on it so far. */
final class Session implements AutoCloseable {

    private final RunFolder folder;
    private final TestedServer server;
    private final WorkflowClient client;
    private final Installation installation;
    private final Measuring measuring;
    private final RawFile raw;
    private final List<Measurement> measurements = new ArrayList<>();

    private Session(
            RunOptions options,
            RunFolder folder,
            TestedServer server,
            WorkflowClient client,
            Installation installation) {
        this.folder = folder;
        this.server = server;
        this.client = client;
        this.installation = installation;
        this.measuring =
                new Measuring(folder.run(), server, new StoredEvents(client), installation.common(), options.stall());
        this.raw = new RawFile(folder.path().resolve("raw.jsonl"));
    }

    /** Starts everything, and sends each mode its events to become warm. */
    static Session start(RunOptions options, Collection<Mode> modes) {
        RunFolder folder = RunFolder.create(options.project());
        TestedServer server = options.server(folder.path());
        try {
            WorkflowClient client = TestedServer.client(server.target(), server.namespace());
            Progress.say("starting " + modes);
            Installation installation = Installation.start(options.setting(folder, server), client, modes);
            Session session = new Session(options, folder, server, client, installation);
            modes.forEach(mode -> session.warmUp(mode, options));
            return session;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void warmUp(Mode mode, RunOptions options) {
        if (options.warmUp() > 0) {
            measure(mode, Load.closed(Purpose.WARM_UP, 0, options.warmUp(), options.inFlight()));
        }
    }

    /** Measures one mode under one load. */
    Measurement measure(Mode mode, Load load) {
        Measurement measurement = measuring.measure(installation.of(mode), load);
        measurements.add(measurement);
        raw.add(measurement);
        Progress.say(measurement);
        return measurement;
    }

    /** Everything that was measured. */
    List<Measurement> measurements() {
        return measurements;
    }

    /**
     * Prints the result.
     *
     * @return the command's exit code: 1 if an event was lost or repeated
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
        installation.close();
        if (!server.endsWithTheRun()) {
            new StoredEvents(client).terminate(List.of("github:" + folder.run(), "door:" + folder.run()));
        }
        client.getWorkflowServiceStubs().shutdownNow();
        server.close();
    }
}
