package dev.durahook.testing.processing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What did become of an event, for whoever expected something else. */
final class Report {

    private Report() {}

    static String of(Run run, List<Attempt> attempts) {
        return "It is " + run.outcome() + ": " + saying(run) + "\nAttempts:" + lines(attempts);
    }

    private static String saying(Run run) {
        String details = run.details();
        return details.isEmpty() ? String.valueOf(run.result()) : "\n" + details;
    }

    private static String lines(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? " none"
                : attempts.stream().map(Report::line).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String line(Attempt attempt) {
        return "  " + attempt.started() + " " + attempt.activity() + ": "
                + Objects.requireNonNullElse(attempt.failure(), "done");
    }
}
