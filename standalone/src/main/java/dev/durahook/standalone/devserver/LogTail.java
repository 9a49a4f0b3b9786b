package dev.durahook.standalone.devserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a program's log. */
final class LogTail {

    private static final int LINES = 5;

    private LogTail() {}

    static String of(Path log) {
        try {
            // Not readAllLines, which would fail: another program's output need not be UTF-8.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
