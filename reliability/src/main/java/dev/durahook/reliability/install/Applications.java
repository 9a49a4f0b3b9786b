package dev.durahook.reliability.install;

import dev.durahook.benchmarks.load.process.JavaCommand;
import dev.durahook.benchmarks.load.process.LoggedProcess;
import dev.durahook.benchmarks.load.process.SpringApp;
import dev.durahook.reliability.handler.LedgerDatabase;
import dev.durahook.reliability.load.Keys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Starts the product's applications unchanged, and the processes of the destinations. */
final class Applications {

    private final Setting setting;
    private final Temporal temporal;
    private final String ledger;
    private final Path handlers;

    Applications(Setting setting, Temporal temporal, String ledger) {
        this.setting = setting;
        this.temporal = temporal;
        this.ledger = ledger;
        this.handlers = HandlersFolder.make(setting);
    }

    Node receiver(int port, String target, Keys keys) {
        return application("receiver", () -> port, target, sources(keys));
    }

    /** A worker with a port of its own for each process, so that two of them can run at a time. */
    Node worker(String target, String url) {
        return application("worker", setting.ports()::next, target, WorkerKeys.of(setting, url));
    }

    /** Receiver and worker in one process. */
    Node combined(int port, String target, Keys keys, String url) {
        Map<String, String> properties = sources(keys);
        properties.putAll(WorkerKeys.of(setting, url));
        return application("combined", () -> port, target, properties);
    }

    Node destination(int port) {
        return own(
                "destination",
                List.of("destination", "" + port, setting.delivered().toString()));
    }

    Node targets() {
        return own(
                "targets",
                List.of(
                        "targets",
                        temporal.target(),
                        temporal.namespace(),
                        setting.targetQueue(),
                        setting.scored().toString()));
    }

    private Map<String, String> sources(Keys keys) {
        Map<String, String> properties = new LinkedHashMap<>(keys.sources());
        properties.put("durahook.sources.shop.task-queue", setting.run());
        properties.put("durahook.sources.bank.task-queue", setting.run());
        return properties;
    }

    private Node application(String module, IntSupplier port, String target, Map<String, String> properties) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("spring.temporal.connection.target", target);
        all.put("spring.temporal.namespace", temporal.namespace());
        List<String> options = List.of(
                "-Xmx" + setting.heap(), "-XX:+ExitOnOutOfMemoryError", "-D" + LedgerDatabase.URL + "=" + ledger);
        SpringApp app = new SpringApp(setting.jars().application(module), handlers, options, all);
        return Node.start(module, () -> app.start(port.getAsInt(), setting.log(module)));
    }

    private Node own(String name, List<String> arguments) {
        String jar = setting.jars().application("reliability").toString();
        List<String> command = JavaCommand.of(List.of("-Xmx256m", "-jar", jar), arguments);
        return Node.start(
                name, () -> LoggedProcess.start(command, setting.log(name)).awaitReadyLine());
    }
}
