package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@link RunbookIT} covers every section of the runbook. */
class RunbookTest {

    private final Runbook runbook = new Runbook();

    @Test
    void everyHeadingIsATest() {
        assertThat(runbook.headings())
                .contains("A backlog", "Who retried what")
                .extracting(RunbookTest::methodName)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RunbookIT.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void everyHeadingHasCommands() {
        assertThat(runbook.headings())
                .allSatisfy(heading ->
                        assertThat(runbook.commands(heading)).as(heading).isNotEmpty());
    }

    @Test
    void everyCommandIsInABlock() {
        assertThat(runbook.inlineCommands()).isEmpty();
    }

    /** The option would override TEMPORAL_NAMESPACE, which the page tells the operator to set. */
    @Test
    void noCommandNamesTheNamespaceDefault() {
        assertThat(OperatorsPage.read().blocks(""))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block).doesNotContain("--namespace default", "-n default"));
    }

    @Test
    void gateIsCodeThatIsRun() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/durahook/standalone/operations/Replays.java"));
        assertThat(squeezed(source)).contains(squeezed(runbook.java("A bad deploy")));
    }

    // The name of a heading's test: signaturesFailAfterARotation for "Signatures fail after a rotation".
    private static String methodName(String heading) {
        String capitals = Pattern.compile(" ([a-z])")
                .matcher(heading)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1);
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
