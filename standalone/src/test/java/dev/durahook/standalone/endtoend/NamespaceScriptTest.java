package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.temporal.TestExecutables;
import dev.durahook.testsupport.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker/namespace.sh} with a CLI whose first answers are lost. */
class NamespaceScriptTest {

    // Creates the namespace and the attribute, but the first answer to each kind of request is lost.
    private static final String CLI = """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo "$*" >>calls
            case "$*" in
              *health) ;;
              *namespace\\ describe*) cat namespace || exit 1 ;;
              *namespace\\ create*)
                [ ! -e namespace ] || { echo "Namespace already exists"; exit 1; }
                echo '{"config": {"workflowExecutionRetentionTtl": "86400s"}}' >namespace
                exit 1 ;;
              *namespace\\ update*)
                [ -e updated ] || { touch updated; exit 1; } ;;
              *search-attribute\\ list*) touch attributes; cat attributes ;;
              *search-attribute\\ create*)
                [ ! -s attributes ] || { echo "already exists"; exit 1; }
                echo DurahookStatus >attributes
                exit 1 ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        TestExecutables.create(folder.resolve("temporal"), CLI);
        // The script sleeps before it repeats a command.
        TestExecutables.create(folder.resolve("sleep"), "#!/bin/sh\n");
    }

    @Test
    void lostAnswersDoNotFailTheJob() throws IOException {
        run();
        assertThat(calls("namespace create")).isOne();
        assertThat(calls("namespace update")).isEqualTo(2);
        assertThat(calls("search-attribute create")).isOne();
    }

    @Test
    void secondRunChangesNothingAndALongerRetentionStays() throws IOException {
        Files.writeString(
                folder.resolve("namespace"), "{\"config\": {\"workflowExecutionRetentionTtl\": \"7776000s\"}}");
        Files.writeString(folder.resolve("attributes"), "DurahookStatus");
        run();
        assertThat(calls("namespace create")).isZero();
        assertThat(calls("namespace update")).isZero();
        assertThat(calls("search-attribute create")).isZero();
    }

    private void run() {
        ChildProcess.run(List.of("sh", "../docker/namespace.sh"), Map.of("PATH", folder + ":" + System.getenv("PATH")));
    }

    private long calls(String command) throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .filter(call -> call.contains(command))
                .count();
    }
}
