package dev.durahook.benchmarks.load.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps all results in a file with one JSON object a line: a line for each measurement, then a line for each of its
 * events. Moments are microseconds since 1970.
 *
 * @param path the file, which is created
 */
public record RawFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds a measurement and its events. */
    public void add(Measurement measurement) {
        try (Writer file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            write(file, summary(measurement));
            for (EventResult result : measurement.results()) {
                write(file, event(result));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + path, e);
        }
    }

    private static void write(Writer file, Map<String, Object> values) throws IOException {
        file.write(JSON.writeValueAsString(values) + "\n");
    }

    private static Map<String, Object> summary(Measurement measurement) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mode", measurement.mode().label());
        values.put("purpose", measurement.load().purpose());
        values.put("round", measurement.load().round());
        values.put("stages", measurement.load().stages());
        values.put("events", measurement.results().size());
        values.put("stored", measurement.stored());
        values.put("perSecond", measurement.perSecond());
        values.put("cpuMillisMachine", measurement.usage().machine());
        values.put("cpuMillis", measurement.usage().groups());
        values.put("memoryMegabytes", measurement.memory());
        values.put("historyEvents", measurement.historyEvents());
        values.put("actions", measurement.actions());
        values.put("databaseBytes", measurement.databaseBytes());
        values.put("otherLoad", measurement.otherLoad());
        values.put("lost", measurement.count(EventResult::isLost));
        values.put("repeated", measurement.count(EventResult::isRepeated));
        return values;
    }

    private static Map<String, Object> event(EventResult result) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", result.sent().id());
        values.put("scheduled", result.sent().scheduled());
        values.put("answered", result.sent().answered());
        values.put("answer", result.sent().answer());
        values.put("effects", result.effects());
        values.put("runs", result.runs());
        return values;
    }
}
