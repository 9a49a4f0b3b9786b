package dev.durahook.reliability.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from the workers' logs which workflows a worker could not replay. Histories don't name all of them: the SDK reports
 * only the first failure of a workflow task to Temporal, but logs each.
 */
final class FailedReplays {

    private static final Pattern LOG_LINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern FAILED_TASK =
            Pattern.compile("Workflow task processing failure.* WorkflowId=([^,]+),");
    private static final String CAUSE = "NonDeterministicException";

    private FailedReplays() {}

    /** The IDs of the workflows that the logs in this folder name. */
    static Set<String> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(log -> log.toString().endsWith(".log"))
                    .flatMap(log -> inLog(log).stream())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the logs in " + folder, e);
        }
    }

    /** The IDs of the workflows that the lines of a log name. The stack trace below the line names the cause. */
    static Set<String> in(Stream<String> lines) {
        Set<String> ids = new TreeSet<>();
        String[] failed = {""};
        lines.forEach(line -> {
            if (LOG_LINE.matcher(line).matches()) {
                Matcher task = FAILED_TASK.matcher(line);
                failed[0] = task.find() ? task.group(1) : "";
            }
            if (!failed[0].isEmpty() && line.contains(CAUSE)) {
                ids.add(failed[0]);
            }
        });
        return ids;
    }

    // ISO 8859-1 can read any byte, also where a killed process has cut off a line. IDs are ASCII.
    private static Set<String> inLog(Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return in(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + log, e);
        }
    }
}
