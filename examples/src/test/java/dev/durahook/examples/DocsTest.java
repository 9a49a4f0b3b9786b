package dev.durahook.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for authors show only code that is compiled or run by a test, and configuration that a test reads. */
class DocsTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("src"),
            Path.of("python"),
            Path.of("typescript/src"),
            Path.of("go"),
            Path.of("../standalone/src/main/resources"));
    private static final List<String> PAGES =
            List.of("add-an-event-type.md", "hand-over-to-a-workflow.md", "other-languages.md");

    @ParameterizedTest
    @CsvSource({"java, .java", "yaml, .yml", "python, .py", "typescript, .ts", "go, .go"})
    void everySnippetIsPartOfAnExample(String language, String suffix) throws IOException {
        String sources = sources(suffix);
        assertThat(snippets(language))
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }

    @Test
    void everySnippetOfCodeIsAWholeFile() throws IOException {
        assertThat(snippets("java"))
                .allSatisfy(snippet -> assertThat(snippet)
                        .matches("(?s)package (dev\\.durahook\\.examples|com\\.acme).*\nimport .*\n}\n"));
    }

    @Test
    void projectHasTheVersionsOfThisBuild() throws IOException {
        String ours = Files.readString(Path.of("../bom/pom.xml")) + Files.readString(Path.of("../pom.xml"));
        String project = snippets("xml").get(0);
        assertThat(value(project, "version")).isEqualTo(value(ours, "spring-boot.version"));
        assertThat(value(project, "durahook.version")).isEqualTo(value(ours, "version"));
        assertThat(value(project, "java.version")).isEqualTo(value(ours, "maven.compiler.release"));
    }

    private static String value(String pom, String element) {
        Matcher first =
                Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(pom);
        assertThat(first.find()).isTrue();
        return first.group(1);
    }

    private static List<String> snippets(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(pages())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String pages() {
        return PAGES.stream().map(page -> read(Path.of("../docs", page))).collect(Collectors.joining("\n"));
    }

    private static String sources(String suffix) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                sources.append(files.filter(file -> file.toString().endsWith(suffix))
                        .map(DocsTest::read)
                        .collect(Collectors.joining()));
            }
        }
        return sources.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
