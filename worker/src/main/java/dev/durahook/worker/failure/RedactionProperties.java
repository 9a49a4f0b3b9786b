package dev.durahook.worker.failure;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What must not be seen in a failure.
 *
 * @param redact values, such as the passwords that handlers use
 * @param redactFiles files that hold one such value each, read at the start
 */
@ConfigurationProperties("durahook")
record RedactionProperties(
        @DefaultValue List<String> redact, @DefaultValue List<Path> redactFiles) {

    @Override
    public String toString() {
        return redact.size() + " values and " + redactFiles.size() + " files";
    }
}
