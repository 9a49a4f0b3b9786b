package dev.durahook.standalone.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * docs/operations.md, or a part of this page.
 *
 * @param text the Markdown
 */
record OperatorsPage(String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern KEY =
            Pattern.compile("(?<![\\w./])(?:durahook|spring|management|logging|server)(?:\\.[\\w<>\\[\\]*-]+)+");
    private static final Pattern VARIABLE =
            Pattern.compile("(?<!\\w)(?:DURAHOOK|SPRING|MANAGEMENT|LOGGING|SERVER)_[A-Z0-9_]+");

    static OperatorsPage read() {
        try {
            return new OperatorsPage(Files.readString(Path.of("../docs/operations.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables of keys that have Durahook's keys. */
    List<DocumentedKey> documentedKeys() {
        return DocumentedKey.in(text.lines().toList()).stream()
                .filter(key -> key.name().startsWith("durahook."))
                .toList();
    }

    /** Every name on the page that may be a key of the configuration. */
    Set<String> namesLikeKeys() {
        return all(KEY);
    }

    /** Every environment variable on the page that may set a key. */
    Set<String> variables() {
        return all(VARIABLE);
    }

    /** The keys of the configurations on the page, such as {@code durahook.sources.github.secrets[0]}. */
    Set<String> shownKeys() {
        Set<String> keys = new LinkedHashSet<>();
        blocks("yaml").forEach(yaml -> keys.addAll(flatten(yaml)));
        return keys;
    }

    /** The code blocks in a language; blocks without a language are commands. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static List<String> flatten(String yaml) {
        try {
            return new YamlPropertySourceLoader()
                    .load("page", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))).stream()
                            .flatMap(source ->
                                    List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> all(Pattern pattern) {
        Set<String> found = new LinkedHashSet<>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group()));
        return found;
    }
}
