package dev.durahook.loadsupport.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to which records are appended, one JSON object a line. A record is in the file before {@link #add} returns.
 *
 * @param path the file, which is created
 */
public record JsonLines(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Appends a record. */
    public void add(Object value) {
        addAll(List.of(value));
    }

    /** Appends records. */
    public synchronized void addAll(List<?> values) {
        try {
            List<String> lines = new ArrayList<>();
            for (Object value : values) {
                lines.add(JSON.writeValueAsString(value));
            }
            Files.write(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + path, e);
        }
    }
}
