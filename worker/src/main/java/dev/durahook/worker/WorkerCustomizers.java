package dev.durahook.worker;

import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.util.List;

/**
 * Gives a worker that the application does not declare the options that the application's customizers choose. Temporal's
 * starter calls them only for the workers that it makes itself.
 *
 * @param all the customizers, in their order
 */
record WorkerCustomizers(List<TemporalOptionsCustomizer<WorkerOptions.Builder>> all) {

    /** Returns the options of the worker of a task queue, which is also the worker's name. */
    WorkerOptions options(String taskQueue) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder();
        for (TemporalOptionsCustomizer<WorkerOptions.Builder> customizer : all) {
            options = customizer instanceof WorkerOptionsCustomizer named
                    ? named.customize(options, taskQueue, taskQueue)
                    : customizer.customize(options);
        }
        return options.build();
    }
}
