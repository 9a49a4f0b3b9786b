package dev.durahook.benchmarks.load.mode;

import dev.durahook.benchmarks.load.bare.BareWorker;
import dev.durahook.benchmarks.load.bare.PlainWorkflow;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.loadsupport.server.ServerClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the worker of the mode {@code plain}. The benchmark starts this command as a process of its own. */
@Command(name = "plain-worker", hidden = true)
public final class PlainWorkerCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private String target = "";

    @Parameters(index = "1")
    private String namespace = "";

    @Parameters(index = "2")
    private String queue = "";

    @Override
    public Integer call() throws InterruptedException {
        BareWorker worker = BareWorker.start(
                ServerClient.of(target, namespace), queue, PlainWorkflow.OneActivity.class, EffectLog.configured());
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close));
        System.out.println(LoggedProcess.READY);
        Thread.currentThread().join();
        return 0;
    }
}
