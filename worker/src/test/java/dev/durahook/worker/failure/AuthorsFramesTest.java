package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.failure.AuthorsFrames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthorsFramesTest {

    private static final StackTraceElement AUTHORS = frame("com.acme.Mail");

    /** An interceptor that is not left out adds itself, and all calls inside it, to each failure in the Web UI. */
    @Test
    void framesOfEveryInterceptorOfAttemptsAreLeftOut() throws IOException {
        assertThat(interceptors())
                .hasSizeGreaterThan(5)
                .allSatisfy(interceptor -> assertThat(
                                AuthorsFrames.of(new StackTraceElement[] {AUTHORS, frame(interceptor + "$Calls")}))
                        .containsExactly(AUTHORS));
    }

    private static StackTraceElement frame(String className) {
        return new StackTraceElement(className, "execute", null, 1);
    }

    private static List<String> interceptors() throws IOException {
        List<String> all = new ArrayList<>(interceptors(Path.of("src/main/java")));
        all.addAll(interceptors(Path.of("../workflows/src/main/java")));
        return all;
    }

    private static List<String> interceptors(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains(" extends AttemptInterceptor"))
                    .map(file -> sources.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
