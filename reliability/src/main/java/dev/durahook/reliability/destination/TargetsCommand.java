package dev.durahook.reliability.destination;

import dev.durahook.benchmarks.load.effect.EffectLog;
import dev.durahook.benchmarks.load.process.LoggedProcess;
import dev.durahook.benchmarks.load.server.TestedServer;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the worker of the workflows and the activity to which events go. */
@Command(name = "targets", hidden = true)
public final class TargetsCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private String target = "";

    @Parameters(index = "1")
    private String namespace = "";

    @Parameters(index = "2")
    private String queue = "";

    @Parameters(index = "3")
    private Path effects = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        WorkflowClient client = TestedServer.client(target, namespace);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(queue);
        worker.registerWorkflowImplementationTypes(TargetWorkflow.class);
        worker.registerActivitiesImplementations(new ScoreActivities(new EffectLog(effects)));
        factory.start();
        Runtime.getRuntime().addShutdownHook(new Thread(factory::shutdown));
        System.out.println(LoggedProcess.READY);
        Thread.currentThread().join();
        return 0;
    }
}
