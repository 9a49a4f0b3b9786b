package dev.durahook.worker.inline;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.SlotSupplier;
import io.temporal.worker.tuning.WorkerTuner;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The most attempts inside workflow tasks that a process makes at a time: half of the workflow tasks and half of the
 * local activities that the smallest of its workers runs at a time.
 */
final class InlineLimit {

    // The SDK's default. Also used for a tuner that sizes by memory and load, because such a tuner has no fixed number.
    private static final int DEFAULT_SLOTS = 200;

    private InlineLimit() {}

    static int of(WorkerFactory factory, Collection<String> taskQueues) {
        return taskQueues.stream()
                        .map(factory::tryGetWorker)
                        .filter(Objects::nonNull)
                        .map(Worker::getWorkerOptions)
                        .flatMapToInt(InlineLimit::slots)
                        .min()
                        .orElse(DEFAULT_SLOTS)
                / 2;
    }

    private static IntStream slots(WorkerOptions options) {
        WorkerTuner tuner = options.getWorkerTuner();
        return tuner == null
                ? IntStream.of(
                                options.getMaxConcurrentWorkflowTaskExecutionSize(),
                                options.getMaxConcurrentLocalActivityExecutionSize())
                        .map(declared -> declared == 0 ? DEFAULT_SLOTS : declared)
                : Stream.of(tuner.getWorkflowTaskSlotSupplier(), tuner.getLocalActivitySlotSupplier())
                        .map(SlotSupplier::getMaximumSlots)
                        .mapToInt(most -> most.orElse(DEFAULT_SLOTS));
    }
}
