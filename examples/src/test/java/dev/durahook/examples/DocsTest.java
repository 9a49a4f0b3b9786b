package dev.durahook.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page for authors shows is code that was compiled. */
class DocsTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySnippetIsPartOfAnExample() throws IOException {
        String page = Files.readString(Path.of("../docs/add-an-event-type.md"));
        List<String> snippets = SNIPPET.matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        String source = sources();

        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(source).contains(snippet));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            StringBuilder sources = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
            return sources.toString();
        }
    }
}
