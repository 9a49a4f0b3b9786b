package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type's simple name stands for one type of the product, so that a reader who meets the name knows the type. */
class TypeNamesTest {

    // Each is the kind of the type that encloses it, and is never read apart from that type.
    private static final Set<String> READ_WITH_THE_ENCLOSING_TYPE = Set.of("Kind");

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])+'");
    private static final Pattern DECLARATION =
            Pattern.compile("(?<![\\w.])(?:class|interface|enum|record)\\s+([A-Z]\\w*)");

    @Test
    void nameStandsForOneType() {
        Map<String, List<Path>> places = new TreeMap<>();
        sources()
                .forEach(file -> declaredIn(ProjectFiles.text(file))
                        .forEach(name -> places.computeIfAbsent(name, first -> new ArrayList<>())
                                .add(file)));
        assertThat(places).containsKeys(READ_WITH_THE_ENCLOSING_TYPE.toArray(String[]::new));
        places.keySet().removeAll(READ_WITH_THE_ENCLOSING_TYPE);

        assertThat(places)
                .allSatisfy((name, files) ->
                        assertThat(files).as("the types of the name %s", name).hasSize(1));
    }

    @Test
    void nestedTypesAreFoundAndTextsAreNot() {
        String source = """
                /** The class Comment. */
                public sealed interface Shape {
                    // An enum Remark.
                    record Circle(String text) implements Shape {
                        static final String NAME = "a \\" record Text";
                        Class<?> type = Circle.class;
                    }
                    @interface Mark {}
                }
                """;
        assertThat(declaredIn(source)).containsExactly("Shape", "Circle", "Mark");
    }

    private static List<String> declaredIn(String source) {
        String code = COMMENT_OR_TEXT.matcher(source).replaceAll("");
        return DECLARATION
                .matcher(code)
                .results()
                .map(declaration -> declaration.group(1))
                .toList();
    }

    private static Stream<Path> sources() {
        return ProjectFiles.modules()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> ProjectFiles.below(folder, Integer.MAX_VALUE))
                .filter(file -> file.toString().endsWith(".java"));
    }
}
