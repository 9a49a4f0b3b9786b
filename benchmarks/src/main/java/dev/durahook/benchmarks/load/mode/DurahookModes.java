package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.machine.ProcessGroup;
import dev.durahook.benchmarks.load.traffic.GithubDoor;
import dev.durahook.loadsupport.effect.EffectDestination;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.process.SpringApp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the product's applications unchanged, with one handler, which only notes the moment. */
final class DurahookModes {

    private static final String SOURCE = "github";
    private static final String HANDLERS = "dev.durahook.benchmarks.load.handler";
    // A package without any handler: the destination alone gets the events.
    private static final String NO_HANDLERS = "dev.durahook.loadsupport.effect";

    private final ModeSetting setting;

    DurahookModes(ModeSetting setting) {
        this.setting = setting;
    }

    RunningMode door(List<AutoCloseable> started) {
        App receiver = receiver(Mode.DOOR, started);
        return mode(Mode.DOOR, receiver.port, List.of(receiver.processes));
    }

    RunningMode apart(List<AutoCloseable> started) {
        App receiver = receiver(Mode.APART, started);
        Map<String, String> properties = connection();
        properties.putAll(worker(Mode.APART, started));
        App worker = start("worker", Mode.APART, properties, started);
        return mode(Mode.APART, receiver.port, List.of(receiver.processes, worker.processes));
    }

    // Two modes with one receiver would warm it up for each other.
    private App receiver(Mode mode, List<AutoCloseable> started) {
        Map<String, String> properties = connection();
        properties.putAll(source(mode));
        return start("receiver", mode, properties, started);
    }

    RunningMode oneProcess(List<AutoCloseable> started) {
        Map<String, String> properties = connection();
        properties.putAll(source(Mode.ONE_PROCESS));
        properties.putAll(worker(Mode.ONE_PROCESS, started));
        App one = start("combined", Mode.ONE_PROCESS, properties, started);
        return mode(Mode.ONE_PROCESS, one.port, List.of(one.processes));
    }

    private Map<String, String> connection() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.temporal.connection.target", setting.server().target());
        properties.put("spring.temporal.namespace", setting.server().namespace());
        return properties;
    }

    // The source of the events, and the others beside it.
    private Map<String, String> source(Mode mode) {
        String source = "durahook.sources." + SOURCE;
        Map<String, String> properties = new LinkedHashMap<>(setting.others().sourceProperties());
        properties.put(source + ".scheme", "github");
        properties.put(source + ".secrets", GithubDoor.SECRET);
        properties.put(source + ".task-queue", setting.queue(mode));
        return properties;
    }

    // The configuration of a worker that runs the handler or sends events to a destination.
    private Map<String, String> worker(Mode mode, List<AutoCloseable> started) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("durahook.worker.task-queues", setting.queue(mode));
        if (setting.destination()) {
            int port = setting.ports().next();
            EffectLog effects = new EffectLog(setting.effects(mode));
            EffectDestination destination = EffectDestination.start(port, (id, body) -> effects.note(id));
            started.add(destination);
            properties.putAll(route(destination.url(), setting.queue(mode)));
            properties.putAll(setting.others().routeProperties(setting.queue(mode)));
            properties.put("spring.main.sources", NO_HANDLERS);
        } else {
            properties.put("spring.main.sources", HANDLERS);
        }
        return properties;
    }

    // Sends every event to a destination.
    private static Map<String, String> route(String url, String name) {
        String declared = "durahook.destinations." + name;
        return Map.of(
                declared + ".url",
                url,
                declared + ".signature",
                "none",
                "durahook.routes.all.event-types",
                "github.*",
                "durahook.routes.all.destinations",
                name);
    }

    private App start(String module, Mode mode, Map<String, String> properties, List<AutoCloseable> started) {
        int port = setting.ports().next();
        LoggedProcess process = new SpringApp(
                        setting.jars().application(module),
                        List.of(
                                setting.jars().plain("benchmarks"),
                                setting.jars().plain("load-support")),
                        setting.jvmOptions(mode),
                        properties)
                .start(port, setting.log(mode + "-" + module));
        started.add(process);
        return new App(port, ProcessGroup.of(module, process.id()));
    }

    private RunningMode mode(Mode mode, int port, List<ProcessGroup> processes) {
        return new RunningMode(
                mode, SOURCE, () -> new GithubDoor(port, SOURCE, setting.body()), setting.effects(mode), processes);
    }

    private record App(int port, ProcessGroup processes) {}
}
