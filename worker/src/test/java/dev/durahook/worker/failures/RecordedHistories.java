package dev.durahook.worker.failures;

import dev.durahook.worker.PatientWorkers;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and replays histories of authors' workflows. */
final class RecordedHistories {

    private RecordedHistories() {}

    /** The files in a folder, in the order of their names. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Replays the history in a file. */
    static void replay(Path file, List<WorkerInterceptor> interceptors, Class<?>... workflows) throws Exception {
        replay(WorkflowExecutionHistory.fromJson(Files.readString(file)), interceptors, workflows);
    }

    /** Replays a history on a worker with these interceptors and workflows. */
    static void replay(WorkflowExecutionHistory history, List<WorkerInterceptor> interceptors, Class<?>... workflows)
            throws Exception {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors.toArray(WorkerInterceptor[]::new))
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker("replay", PatientWorkers.options());
            worker.registerWorkflowImplementationTypes(workflows);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }
}
