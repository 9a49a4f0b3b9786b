package dev.durahook.standalone.temporal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Executable files for {@code PATH}. */
public final class TestExecutables {

    private TestExecutables() {}

    public static Path create(Path file) throws IOException {
        return create(file, "#!/bin/sh\n");
    }

    public static Path create(Path file, String script) throws IOException {
        Files.writeString(file, script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("can't make " + file + " executable");
        }
        return file;
    }
}
