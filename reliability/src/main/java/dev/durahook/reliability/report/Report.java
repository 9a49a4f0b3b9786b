package dev.durahook.reliability.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.durahook.loadsupport.report.MarkdownTable;
import dev.durahook.reliability.check.CheckResult;
import dev.durahook.reliability.check.Violation;
import dev.durahook.reliability.check.ViolationKind;
import dev.durahook.reliability.collect.Histories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The totals of a run.
 *
 * @param summary what was done
 * @param result what the checker found
 * @param folder the folder of the run
 */
public record Report(RunSummary summary, CheckResult result, Path folder) {

    private static final int MOST_VIOLATIONS = 20;

    /** The table in Markdown, and below it a line for each violation. */
    public String text() {
        MarkdownTable<CheckResult> table = new MarkdownTable<CheckResult>()
                .column("seed", row -> String.valueOf(summary.seed()))
                .column("store", row -> summary.store())
                .column("minutes", row -> String.valueOf(summary.minutes()))
                .column("faults", row -> String.valueOf(summary.faults().size()))
                .column("at once", row -> String.valueOf(summary.pairs()))
                .column("activity", row -> summary.activity())
                .column("events", row -> String.valueOf(row.events()))
                .column("acknowledged", row -> String.valueOf(row.acknowledged()))
                .column("parked", row -> String.valueOf(row.parked()))
                .column("repeated", row -> String.valueOf(row.repeated()));
        for (ViolationKind kind : ViolationKind.values()) {
            table.column(kind.title(), row -> String.valueOf(row.count(kind)));
        }
        return table.of(List.of(result)) + "\n\n" + end();
    }

    private String end() {
        if (result.violations().isEmpty()) {
            return "No promise was broken. Records: " + folder;
        }
        return result.violations().stream()
                .limit(MOST_VIOLATIONS)
                .map(this::line)
                .collect(Collectors.joining(
                        "\n", "FAILED: " + result.violations().size() + " violations. Records: " + folder + "\n", ""));
    }

    private String line(Violation violation) {
        return "%s %s: %s (%s); history: %s"
                .formatted(
                        violation.kind(),
                        violation.eventId(),
                        violation.kind().meaning(),
                        violation.detail(),
                        Histories.file(folder, violation.eventId()));
    }

    /** Writes everything into the file {@code totals.json} of the run's folder. */
    public void write() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("run", summary);
        all.put("counts", result.counts());
        all.put("verdict", result);
        try {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(folder.resolve("totals.json").toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the totals", e);
        }
    }
}
