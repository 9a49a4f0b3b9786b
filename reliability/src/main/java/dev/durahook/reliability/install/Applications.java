package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.JavaCommand;
import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.process.SpringApp;
import dev.durahook.reliability.handler.LedgerDatabase;
import dev.durahook.reliability.load.SenderSecrets;
import dev.durahook.reliability.process.Node;
import dev.durahook.reliability.process.OwnProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the product's applications unchanged, and the processes of the destinations. */
final class Applications {

    private static final String ACTIVITY = "activity";

    private final RunSetting setting;
    private final TestedTemporal temporal;
    private final String ledger;
    private final Path handlers;

    Applications(RunSetting setting, TestedTemporal temporal, String ledger) {
        this.setting = setting;
        this.temporal = temporal;
        this.ledger = ledger;
        this.handlers = HandlersFolder.make(setting);
    }

    Application receiver(String target, SenderSecrets secrets) {
        return application("receiver", target, sources(secrets));
    }

    Application worker(String target, String url) {
        return application("worker", target, WorkerKeys.of(setting, url));
    }

    /** Receiver and worker in one process. */
    Application combined(String target, SenderSecrets secrets, String url) {
        Map<String, String> properties = sources(secrets);
        properties.putAll(WorkerKeys.of(setting, url));
        return application("combined", target, properties);
    }

    Node destination(int port) {
        return own(
                "destination",
                List.of("destination", "" + port, setting.delivered().toString()));
    }

    /** The worker of the workflows to which events go. */
    Node targets() {
        return own("targets", List.of("targets", temporal.target(), temporal.namespace(), setting.targetQueue()));
    }

    /**
     * The worker of the activity. It is a process of its own in both languages, so that a seed draws the same faults.
     *
     * @param python the Python that runs the activity; empty for the activity in Java
     */
    Node activity(Optional<Python> python) {
        List<String> arguments = List.of(
                temporal.target(),
                temporal.namespace(),
                setting.targetQueue(),
                setting.scored().toString());
        return python.map(found -> other(ACTIVITY, found.command(setting.folder(), arguments)))
                .orElseGet(() -> own(ACTIVITY, with("targets", arguments)));
    }

    private static List<String> with(String command, List<String> arguments) {
        return Stream.concat(Stream.of(command), arguments.stream()).toList();
    }

    private Map<String, String> sources(SenderSecrets secrets) {
        Map<String, String> properties = new LinkedHashMap<>(secrets.sources());
        properties.put("durahook.sources.shop.task-queue", setting.run());
        properties.put("durahook.sources.bank.task-queue", setting.run());
        return properties;
    }

    // Each process has a port of its own, so that two of a kind can run at a time.
    private Application application(String module, String target, Map<String, String> properties) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("spring.temporal.connection.target", target);
        all.put("spring.temporal.namespace", temporal.namespace());
        ApplicationJar jar = new ApplicationJar(module, setting.jars(), setting.olderJars());
        return new Application(Node.serve(module, () -> start(module, jar, all)), jar);
    }

    private OwnProcess.Running start(String module, ApplicationJar jar, Map<String, String> properties) {
        List<String> options = quickStart(
                "-Xmx" + setting.heap(), "-XX:+ExitOnOutOfMemoryError", "-D" + LedgerDatabase.URL + "=" + ledger);
        int port = setting.ports().next();
        SpringApp app = new SpringApp(jar.path(), List.of(handlers), options, properties);
        return new OwnProcess.Running(app.start(port, setting.log(module + jar.mark())), port);
    }

    private Node own(String name, List<String> arguments) {
        String jar = setting.jars().application("reliability").toString();
        return other(name, JavaCommand.of(quickStart("-Xmx256m", "-jar", jar), arguments));
    }

    // The processes are killed again and again.
    private static List<String> quickStart(String... options) {
        return Stream.concat(JavaProcessBuilder.QUICK_START.stream(), Stream.of(options))
                .toList();
    }

    private Node other(String name, List<String> command) {
        return Node.start(
                name, () -> LoggedProcess.start(command, setting.log(name)).awaitReadyLine());
    }
}
