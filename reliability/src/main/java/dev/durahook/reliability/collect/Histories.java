package dev.durahook.reliability.collect;

import dev.durahook.reliability.check.Violation;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps the histories of events for which a promise was broken, because a development server ends with the run.
 *
 * @param client a client of the namespace
 * @param folder the folder of the run
 */
public record Histories(WorkflowClient client, Path folder) {

    private static final int MOST = 50;

    /** The file with the history of an event, which Temporal's replayer and Web UI can read. */
    public static Path file(Path folder, String eventId) {
        return folder.resolve("histories").resolve(eventId.replace(':', '_') + ".json");
    }

    /** Writes the histories of the first of these events. */
    public void keep(List<Violation> violations) {
        violations.stream().map(Violation::eventId).distinct().limit(MOST).forEach(this::keep);
    }

    private void keep(String eventId) {
        Path file = file(folder, eventId);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, client.fetchHistory(eventId).toJson(true));
        } catch (StatusRuntimeException | WorkflowException missing) {
            // The event has no history, which is what the violation says.
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + file, e);
        }
    }
}
