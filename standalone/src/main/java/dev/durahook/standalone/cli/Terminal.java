package dev.durahook.standalone.cli;

import dev.durahook.standalone.storage.DataDirectory;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command's environment, streams and clock. Tests replace those of the process.
 *
 * @param environment the environment's variables
 * @param home the user's home directory
 * @param in the standard input
 * @param out the standard output, for the command's result
 * @param err the standard error, for failures
 * @param clock gives the time at which an event is signed
 */
record Terminal(
        Map<String, String> environment,
        Path home,
        InputStream in,
        PrintStream out,
        PrintStream err,
        InstantSource clock) {

    static Terminal ofProcess() {
        return new Terminal(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.in,
                System.out,
                System.err,
                InstantSource.system());
    }

    /**
     * The data directory of a standalone application of this user.
     *
     * @param configured the configured path; {@code null} if none is configured
     */
    DataDirectory dataDirectory(@Nullable String configured) {
        return DataDirectory.of(configured == null ? null : Path.of(configured), home);
    }
}
