package dev.durahook.standalone.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code scripts/smoke.sh}, as an operator runs it. */
final class SmokeScript {

    private final Map<String, String> variables;

    /**
     * The script against this Temporal. No Web UI listens at the given address unless a variable changes the address.
     *
     * @param path the value of {@code PATH}
     */
    SmokeScript(String temporal, String path) {
        this(Map.of("PATH", path, "TEMPORAL_ADDRESS", temporal, "WEB_UI", "http://127.0.0.1:1", "WAIT", "300"));
    }

    private SmokeScript(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The script with one more variable. */
    SmokeScript with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new SmokeScript(more);
    }

    /** Runs the script and returns its exit code and its whole output. */
    String run(String url, Path secretFile) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "../scripts/smoke.sh", url, secretFile.toString());
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + output;
    }
}
