package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each row of the fault matrix names the tests that check it. */
class FaultMatrixTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void eachRowNamesTestsThatExist() {
        Set<String> existing = testClasses();

        assertThat(rows()).hasSizeGreaterThan(40).allSatisfy(row -> {
            List<String> named =
                    NAME.matcher(row).results().map(name -> name.group(1)).toList();
            assertThat(named).as(row).isNotEmpty().allMatch(name -> name.endsWith("Test") || name.endsWith("IT"));
            assertThat(existing).containsAll(named);
        });
    }

    private static List<String> rows() {
        return ROW.matcher(ProjectFiles.text("docs/fault-matrix.md"))
                .results()
                .filter(row -> !isOfHead(row))
                .map(row -> row.group(3))
                .toList();
    }

    private static boolean isOfHead(MatchResult row) {
        return row.group(3).contains("---") || row.group(3).strip().equals("test");
    }

    private static Set<String> testClasses() {
        return ProjectFiles.modules()
                .map(module -> module.resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> ProjectFiles.below(folder, Integer.MAX_VALUE))
                .map(Path::getFileName)
                .map(file -> file.toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
