package dev.durahook.receiver.source;

import dev.durahook.receiver.text.Labels;
import dev.durahook.workflows.TaskQueues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line about each source at the start. Of the secrets, only their number is logged. */
final class SourceReport {

    private static final Logger LOG = LoggerFactory.getLogger(SourceReport.class);

    private SourceReport() {}

    static void log(Sources sources, Map<String, SourceProperties> declared) {
        if (declared.isEmpty()) {
            LOG.warn("No source is declared, so no delivery is accepted. Declare one under durahook.sources, and check"
                    + " that the file is found and named application.yml");
        }
        declared.forEach(SourceReport::warnOfFormerName);
        declared.forEach(
                (name, properties) -> LOG.info("{}", line(sources.named(name).orElseThrow(), properties)));
    }

    private static void warnOfFormerName(String source, SourceProperties declared) {
        if (declared.usesFormerName()) {
            LOG.warn(
                    "Source {} declares a scheme of your own under its former name, hmac: write scheme: custom, and"
                            + " rename the key hmac to custom",
                    source);
        }
    }

    static String line(Source source, SourceProperties declared) {
        List<String> facts = new ArrayList<>();
        facts.add("scheme " + declared.scheme());
        facts.add(secrets(declared.secrets().size() + declared.secretFiles().size()));
        source.guard().ifPresent(guard -> facts.add("guarded by " + Labels.of(guard)));
        source.redeliveryWindow().ifPresent(window -> facts.add("delivers again for up to " + text(window)));
        if (!source.taskQueue().equals(TaskQueues.DEFAULT)) {
            facts.add("task queue " + source.taskQueue());
        }
        if (declared.priority() != null) {
            facts.add("priority " + declared.priority());
        }
        if (declared.fairnessKey() != null) {
            facts.add("fairness key " + declared.fairnessKey());
        }
        return "Source " + source.name() + ": " + String.join(", ", facts);
    }

    private static String secrets(int count) {
        return switch (count) {
            case 0 -> "no secret";
            case 1 -> "1 secret";
            default -> count + " secrets";
        };
    }

    private static String text(Duration window) {
        if (window.toDays() > 1) {
            return window.toDays() + " days";
        }
        if (window.toHours() > 1) {
            return window.toHours() + " hours";
        }
        return window.toMinutes() > 1 ? window.toMinutes() + " minutes" : window.toSeconds() + " seconds";
    }
}
