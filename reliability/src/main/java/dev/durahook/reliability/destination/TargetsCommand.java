package dev.durahook.reliability.destination;

import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.server.ServerClient;
import dev.durahook.loadsupport.time.Pause;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the worker of the workflows to which events go; or, if a file is given, the worker of the activity. */
@Command(name = "targets", hidden = true)
public final class TargetsCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Parameters(index = "0")
    private String target = "";

    @Parameters(index = "1")
    private String namespace = "";

    @Parameters(index = "2")
    private String queue = "";

    @Parameters(index = "3", arity = "0..1")
    private @Nullable Path effects;

    @Override
    public Integer call() throws InterruptedException {
        WorkerFactory factory = start(ServerClient.of(target, namespace));
        Runtime.getRuntime().addShutdownHook(new Thread(factory::shutdown));
        System.out.println(LoggedProcess.READY);
        Thread.currentThread().join();
        return 0;
    }

    // A worker does not start without Temporal, which may have been killed at the same time. A factory that could not
    // ask Temporal has started nothing; to shut it down would need Temporal as well.
    private WorkerFactory start(WorkflowClient client) {
        while (true) {
            WorkerFactory factory = prepare(client);
            try {
                factory.start();
                return factory;
            } catch (RuntimeException away) {
                Pause.of(PAUSE);
            }
        }
    }

    private WorkerFactory prepare(WorkflowClient client) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(queue);
        if (effects == null) {
            worker.registerWorkflowImplementationTypes(TargetWorkflow.class);
        } else {
            worker.registerActivitiesImplementations(new ScoreActivities(new EffectLog(effects)));
        }
        return factory;
    }
}
