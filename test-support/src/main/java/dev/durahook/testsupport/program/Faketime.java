package dev.durahook.testsupport.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds libfaketime, which gives a process another wall clock than the machine's, if this machine has it. */
public final class Faketime {

    /** The remedy if the library is missing. */
    static final String REMEDY = "libfaketime is not installed: on Debian, apt-get install faketime";

    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private Faketime() {}

    /** The library for programs with several threads. */
    public static Path library() {
        return find().orElseThrow(() -> new IllegalStateException(REMEDY));
    }

    static Optional<Path> find() {
        return Stream.of("/usr/lib/" + architecture() + "-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib")
                .map(folder -> Path.of(folder, LIBRARY))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static String architecture() {
        return System.getProperty("os.arch").replace("amd64", "x86_64");
    }
}
