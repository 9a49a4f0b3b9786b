package dev.durahook.worker;

import com.google.protobuf.util.JsonFormat;
import io.temporal.api.history.v1.History;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Replays a recorded event before the workers ask for tasks, so that the classes which every event needs are loaded.
 * Otherwise all threads of a worker that starts on a backlog load them at once, and wait for each other: see decision 52
 * in docs/decisions.
 *
 * <p>A replay makes no attempt, and asks Temporal only for the server's capabilities. The SDK's metrics count it as a
 * replay, and neither as an event nor as a workflow task. If it fails, for example because an application's data converter
 * reads no plain payloads, the workers start without it.
 *
 * @param taskQueues the task queues of events, each of which has a worker
 */
record Rehearsal(WorkerFactory factory, List<String> taskQueues) {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    void run() {
        try {
            replay();
        } catch (Exception e) {
            LOG.info(
                    "The workers start without a rehearsal, so the first events take longer: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            LOG.debug("The rehearsal failed", e);
        }
    }

    /**
     * Replays the event on the worker of the first task queue; the others have the same classes.
     *
     * @throws Exception if the SDK can't replay it
     */
    void replay() throws Exception {
        factory.getWorker(taskQueues.get(0)).replayWorkflowExecution(new WorkflowExecutionHistory(recorded()));
    }

    private static History recorded() {
        History.Builder events = History.newBuilder();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal.json")),
                StandardCharsets.UTF_8)) {
            JsonFormat.parser().merge(file, events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events.build();
    }
}
