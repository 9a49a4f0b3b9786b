package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Maven compiles a module again at each build if one of its files holds no type of the file's name. */
class SourceFilesTest {

    private static final Pattern NUMBER = Pattern.compile("%[-+ 0,#(]*\\d*(\\.\\d+)?[dfeg]");

    @Test
    void eachHoldsATypeOfItsName() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFiles.text(file)).containsPattern(declarationOf(file)));
    }

    /**
     * Java writes numbers by {@code %d} and {@code %f} in the digits of the machine's language, for example in Arabic, unless
     * a language is given, and by {@code %s} in ASCII.
     */
    @Test
    void noNumberIsWrittenInTheDigitsOfTheMachine() {
        assertThat(sources())
                .filteredOn(file -> file.toString().contains("/src/main/"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFiles.text(file).lines())
                        .filteredOn(line -> !line.contains("Locale.ROOT"))
                        .noneMatch(line -> NUMBER.matcher(line).find()));
    }

    private static List<Path> sources() {
        return ProjectFiles.modules()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(folder -> ProjectFiles.below(folder, Integer.MAX_VALUE))
                .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                .toList();
    }

    private static Pattern declarationOf(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return Pattern.compile("\\b(class|interface|record|enum) " + Pattern.quote(name) + "\\b");
    }
}
