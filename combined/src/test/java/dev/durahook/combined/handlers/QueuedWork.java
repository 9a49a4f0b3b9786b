package dev.durahook.combined.handlers;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Handles one event at a time, so that further events wait in Temporal. The first one is held until the file {@link
 * HeldWork#RELEASE} exists.
 */
@Component
public class QueuedWork implements EventHandler {

    @Override
    public String name() {
        return "queued-work";
    }

    @Override
    public List<String> eventTypes() {
        return List.of("bulk.*", "plain.*", "urgent.*", "shared.*");
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public String handle(EventAttempt attempt) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty(HeldWork.FOLDER));
        while (Files.notExists(folder.resolve(HeldWork.RELEASE))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(10);
        Files.writeString(
                folder.resolve(HeldWork.DONE),
                attempt.event().id() + " " + System.currentTimeMillis() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return "done";
    }
}
