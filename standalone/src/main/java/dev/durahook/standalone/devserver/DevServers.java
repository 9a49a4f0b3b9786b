package dev.durahook.standalone.devserver;

import dev.durahook.standalone.storage.DataDirectory;
import dev.durahook.standalone.temporal.LocalAddress;
import dev.durahook.standalone.temporal.LocalPorts;
import dev.durahook.standalone.temporal.Temporal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts development servers, and stops them after the application has ended. */
public final class DevServers {

    private static final Logger LOG = LoggerFactory.getLogger(DevServers.class);

    private final Detachment detachment;
    private final DataDirectory directory;
    private final LocalPorts ports;
    private final String namespace;
    private final Consumer<Runnable> onExit;

    /**
     * Starts servers on the database of a directory.
     *
     * @param ports the ports that a server gets unless another program uses them
     * @param namespace the namespace that a server creates at its start
     * @param onExit registers an action that is run after the application has ended
     */
    public DevServers(
            Detachment detachment,
            DataDirectory directory,
            LocalPorts ports,
            String namespace,
            Consumer<Runnable> onExit) {
        this.detachment = detachment;
        this.directory = directory;
        this.ports = ports;
        this.namespace = namespace;
        this.onExit = onExit;
    }

    /**
     * Starts a server with the CLI at this path, and waits until the server can be used.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if the server can't be started; the
     *     message names the remedy
     */
    public Temporal start(Path cli) {
        DevServerCommand command = new DevServerCommand(
                cli,
                freePort("Temporal", ports.temporal()),
                freePort("the Web UI", ports.webUi()),
                directory.database(),
                namespace);
        if (directory.isOpenToOthers()) {
            LOG.warn(
                    "Other users of this machine can read the events in {}: 'chmod 700 {}' prevents it",
                    directory.path(),
                    directory.path());
        }
        DevServerProcess process = DevServerProcess.start(detached(command), directory.log());
        stopOnExit(process);
        serverRecord().write(recorded(process, command));
        new DevServerStart(process, command, directory.log()).await();
        return started(command);
    }

    private static int freePort(String of, int wanted) {
        if (LocalAddress.isFree(wanted)) {
            return wanted;
        }
        int free = LocalAddress.anyFreePort();
        LOG.warn("Port {} is used by another program: {} is on port {} this time", wanted, of, free);
        return free;
    }

    private List<String> detached(DevServerCommand command) {
        List<String> detached = new ArrayList<>(detachment.prefix());
        detached.addAll(command.arguments());
        return detached;
    }

    // An application that is already ending takes no further actions.
    private void stopOnExit(DevServerProcess process) {
        try {
            onExit.accept(() -> stop(process));
        } catch (IllegalStateException e) {
            process.close();
            throw e;
        }
    }

    // Holds the lock, so that the next run waits until the database is closed. If this server has ended before, the
    // record may be that of another run's server.
    private void stop(DevServerProcess process) {
        directory.locked(() -> {
            process.close();
            serverRecord().deleteOf(process.id());
            return process;
        });
    }

    private static DevServerRecord.RecordedServer recorded(DevServerProcess process, DevServerCommand command) {
        return new DevServerRecord.RecordedServer(
                process.id(), ProcessHandle.current().pid(), command.port(), command.webUiPort());
    }

    private DevServerRecord serverRecord() {
        return new DevServerRecord(directory.serverRecord());
    }

    private Temporal started(DevServerCommand command) {
        return Temporal.lasting(
                command.target(),
                LocalAddress.webUi(command.webUiPort()),
                "a development server started on " + command.target() + ", its events kept in " + command.database());
    }
}
