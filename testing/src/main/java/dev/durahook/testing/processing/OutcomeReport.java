package dev.durahook.testing.processing;

import dev.durahook.testing.execution.Execution;
import dev.durahook.testing.time.RecordedAttempt;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Describes how an event has ended, for the message of an assertion that expected another result. */
final class OutcomeReport {

    private OutcomeReport() {}

    static String of(LatestRun run, List<RecordedAttempt> attempts) {
        return "It is " + run.outcome() + ": " + saying(run) + waits(run) + "\nAttempts:" + lines(attempts);
    }

    private static String saying(LatestRun run) {
        String details = run.details();
        return details.isEmpty() ? Objects.toString(run.result(), "") : "\n" + details;
    }

    // The details of a parked event already say what it waits for.
    private static String waits(LatestRun run) {
        Execution execution = run.execution();
        return execution.isClosed() || execution.isParked() ? "" : "\nIt waits for:" + run.waits();
    }

    private static String lines(List<RecordedAttempt> attempts) {
        return attempts.isEmpty()
                ? " none"
                : attempts.stream().map(OutcomeReport::line).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String line(RecordedAttempt attempt) {
        return "  " + attempt.startedAt() + " " + attempt.activity() + ": "
                + Objects.requireNonNullElse(attempt.failure(), "done");
    }
}
