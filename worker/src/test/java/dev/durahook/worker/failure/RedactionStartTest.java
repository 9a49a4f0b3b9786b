package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.WorkerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values that an application declares to be hidden. */
class RedactionStartTest {

    private static Redaction declared(String... values) {
        return DeclaredRedaction.of(new RedactionProperties(List.of(values), List.of()));
    }

    @Test
    void valueIsHiddenWholeAlsoWhereAnotherIsAPartOfIt() {
        assertThat(declared("secret", "secret-two").apply("a secret-two and a secret"))
                .isEqualTo("a [hidden] and a [hidden]");
    }

    @Test
    void emptyValueStopsTheStartAndNamesItsKey() {
        WorkerContext.with("durahook.redact[0]=long-enough", "durahook.redact[1]=")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.redact[1] has fewer than 4 characters")
                        .hasRootCauseInstanceOf(InvalidRedactionException.class));
    }

    @Test
    void fileHoldsAValue(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "pass-word\n");
        RedactionProperties properties = new RedactionProperties(List.of(), List.of(file));
        assertThat(DeclaredRedaction.of(properties).apply("with pass-word")).isEqualTo("with [hidden]");
    }

    @Test
    void missingFileStopsTheStart() {
        WorkerContext.with("durahook.redact-files=/nowhere/password")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.redact-files[0] can't be read: make '/nowhere/password'"));
    }
}
