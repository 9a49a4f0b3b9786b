package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.bare.BareDoor;
import dev.durahook.benchmarks.load.bare.BareWorker;
import dev.durahook.benchmarks.load.bare.FastWorkflow;
import dev.durahook.benchmarks.load.bare.PlainWorkflow;
import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.server.TestedServer;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.JavaCommand;
import dev.durahook.loadsupport.process.LoggedProcess;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;

/** Starts the modes that use Temporal's SDK alone. The load generator itself starts their workflows. */
final class BareModes {

    private final ModeSetting setting;
    private final WorkflowClient client;

    BareModes(ModeSetting setting, WorkflowClient client) {
        this.setting = setting;
        this.client = client;
    }

    RunningMode ceiling() {
        return mode(Mode.CEILING, PlainWorkflow.TYPE, List.of());
    }

    RunningMode plain(List<AutoCloseable> started) {
        LoggedProcess worker = LoggedProcess.start(plainWorker(), setting.log("plain-worker"));
        started.add(worker);
        worker.awaitReadyLine();
        return mode(Mode.PLAIN, PlainWorkflow.TYPE, List.of(ProcessGroup.of("plain worker", worker.id())));
    }

    // An eager start needs client and worker in one process.
    RunningMode fast(List<AutoCloseable> started) {
        EffectLog log = new EffectLog(setting.effects(Mode.FAST));
        started.add(BareWorker.start(client, setting.queue(Mode.FAST), FastWorkflow.OneLocalActivity.class, log));
        return mode(Mode.FAST, FastWorkflow.TYPE, List.of());
    }

    private RunningMode mode(Mode mode, String type, List<ProcessGroup> processes) {
        BareDoor door = new BareDoor(client, type, setting.queue(mode), mode == Mode.FAST, setting.body());
        return new RunningMode(mode, BareDoor.SOURCE, () -> door, setting.effects(mode), processes);
    }

    private List<String> plainWorker() {
        TestedServer server = setting.server();
        List<String> options = new ArrayList<>(setting.jvmOptions(Mode.PLAIN));
        options.addAll(List.of("-jar", setting.jars().application("benchmarks").toString()));
        return JavaCommand.of(
                options, List.of("plain-worker", server.target(), server.namespace(), setting.queue(Mode.PLAIN)));
    }
}
