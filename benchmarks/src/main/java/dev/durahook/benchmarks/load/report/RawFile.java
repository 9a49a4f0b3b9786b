package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.EventResult;
import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.loadsupport.report.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps all results in a file with one JSON object a line: a line for each measurement, then a line for each of its
 * events. Moments are microseconds since 1970.
 *
 * @param path the file, which is created
 */
public record RawFile(Path path) {

    /** Adds a measurement and its events. */
    public void add(Measurement measurement) {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(summary(measurement));
        measurement.results().forEach(result -> lines.add(event(result)));
        new JsonLines(path).addAll(lines);
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
