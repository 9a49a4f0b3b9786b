package dev.durahook.loadsupport.effect;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the effects that are noted in a file after this reader was made. */
public final class Effects {

    private final Path path;
    private long position;
    private final Map<String, List<Long>> moments = new LinkedHashMap<>();

    private Effects(Path path, long position) {
        this.path = path;
        this.position = position;
    }

    /** Makes a reader for the effects that are noted from now on. */
    public static Effects since(Path path) {
        try {
            return new Effects(path, Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moments of all effects so far, in microseconds since 1970, by event. */
    public Map<String, List<Long>> read() {
        if (Files.exists(path)) {
            readOn();
        }
        return moments;
    }

    // A last line without a line feed is still being written, and is read the next time.
    private void readOn() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String complete = text.substring(0, text.lastIndexOf('\n') + 1);
            complete.lines().forEach(this::add);
            position += complete.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        moments.computeIfAbsent(line.substring(space + 1), id -> new ArrayList<>())
                .add(Long.parseLong(line.substring(0, space)));
    }
}
