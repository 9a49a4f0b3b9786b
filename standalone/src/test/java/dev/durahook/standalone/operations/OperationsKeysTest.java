package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.TaskQueues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key in docs/operations.md exists with the documented default, and every key is documented there. */
class OperationsKeysTest {

    private static final OperatorsPage PAGE = OperatorsPage.read();
    private static final DeclaredKeys DECLARED = new DeclaredKeys();

    /** Defaults that code computes; the tests of these records check them. */
    private static final Map<String, String> COMPUTED = Map.of(
            "durahook.policies.<name>.maximum-attempts", "20",
            "durahook.standalone.data-directory", "~/.durahook");

    /** Keys that are documented elsewhere, in other tables, rows or pages. */
    private static final String IN_OTHER_WORDS =
            "durahook\\.sources\\.<name>\\.(custom|hmac|id|type|verify-token)\\..*|.*\\[<i>]|.*\\.<\\*>";

    @Test
    void everyKeyInATableExistsWithItsDefault() {
        Map<String, String> declared = DECLARED.under("durahook.");

        assertThat(PAGE.documentedKeys())
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(declared)
                        .containsEntry(key.name(), COMPUTED.containsKey(key.name()) ? "" : key.value()));
        assertThat(PAGE.documentedKeys())
                .filteredOn(key -> COMPUTED.containsKey(key.name()))
                .allSatisfy(key -> assertThat(key.value()).isEqualTo(COMPUTED.get(key.name())))
                .hasSameSizeAs(COMPUTED.keySet());
    }

    @Test
    void everyKeyIsInATableOnce() {
        Set<String> declared = DECLARED.under("durahook.").keySet().stream()
                .filter(key -> !key.matches(IN_OTHER_WORDS))
                .collect(Collectors.toSet());

        assertThat(PAGE.documentedKeys())
                .extracting(DocumentedKey::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyGroupThatMayBeDeclaredIsInATable() throws ReflectiveOperationException {
        Field groups = Class.forName("dev.durahook.connection.configuration.UnknownGroups")
                .getDeclaredField("GROUPS");
        groups.setAccessible(true);

        assertThat(groups.get(null))
                .isEqualTo(PAGE.documentedKeys().stream()
                        .map(key -> key.name().split("\\.")[1])
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyWordOfIdAndTypeIsInTheirRow() {
        String row = PAGE.documentedKeys().stream()
                .filter(key -> key.name().equals("durahook.sources.<name>.id"))
                .findFirst()
                .orElseThrow()
                .meaning();

        assertThat(Stream.of("id", "type")
                        .flatMap(key -> DECLARED.under("durahook.sources.<name>." + key + ".").keySet().stream())
                        .map(key -> key.replaceAll(".*\\.|\\[<i>]", "")))
                .hasSizeGreaterThan(5)
                .allSatisfy(word -> assertThat(row).contains("`" + word + "`"));
    }

    @Test
    void everyKeyOfAShownConfigurationExists() {
        assertThat(PAGE.shownKeys())
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(DECLARED.has(key)).as(key).isTrue());
    }

    @Test
    void everyKeyInTheTextExists() {
        String sources = sources();
        assertThat(PAGE.namesLikeKeys())
                .contains("spring.temporal.*")
                .allSatisfy(name -> assertThat(
                                DECLARED.has(name) || isNameInCode(name, sources) || isQueueOfActivities(name, sources))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyVariableStandsForAKeyOrIsReadByItsName() throws IOException {
        String readers = sources()
                + Files.readString(Path.of("../docker-compose.yml"))
                + Files.readString(Path.of("../docker/durahook.yml"));
        assertThat(PAGE.variables())
                .contains("DURAHOOK_TEMPORAL_API_KEY_FILE")
                .allSatisfy(name -> assertThat(DECLARED.hasVariable(name)
                                || readers.contains("${" + name)
                                || readers.contains("\"" + name + "\""))
                        .as(name)
                        .isTrue());
    }

    // Meters and task queues have names of the same form.
    private static boolean isNameInCode(String name, String sources) {
        return sources.contains('"' + name + '"') || sources.contains('"' + name.replaceAll("[^.]+$", "") + '"');
    }

    // The name of the queue of a handler or a destination begins with the name of a queue of events.
    private static boolean isQueueOfActivities(String name, String sources) {
        return Stream.of(".handler.", ".destination.")
                .anyMatch(kind -> name.startsWith(TaskQueues.DEFAULT + kind) && sources.contains('"' + kind + '"'));
    }

    private static String sources() {
        return Stream.of("connection", "receiver", "worker", "workflows", "standalone")
                .flatMap(module -> javaFiles(Path.of("..", module, "src", "main", "java")).stream())
                .collect(Collectors.joining());
    }

    private static List<String> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(OperationsKeysTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
