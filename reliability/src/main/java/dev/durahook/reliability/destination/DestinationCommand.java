package dev.durahook.reliability.destination;

import dev.durahook.loadsupport.effect.EffectDestination;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.loadsupport.process.LoggedProcess;
import dev.durahook.reliability.record.SeenEvent;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the HTTP destination, which notes each event in a file before it answers. */
@Command(name = "destination", hidden = true)
public final class DestinationCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private int port;

    @Parameters(index = "1")
    private Path effects = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        EffectLog seen = new EffectLog(effects);
        EffectDestination.start(
                port, (id, body) -> seen.note(SeenEvent.of(id, body).toString()));
        System.out.println(LoggedProcess.READY);
        Thread.currentThread().join();
        return 0;
    }
}
