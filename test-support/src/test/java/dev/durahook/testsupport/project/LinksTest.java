package dev.durahook.testsupport.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from one page to another page, heading or file has a target. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)\\s]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void linkLeadsToAFile() {
        assertThat(pages())
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(links(page))
                        .allSatisfy(link -> assertThat(target(page, link)).exists()));
    }

    @Test
    void linkLeadsToAHeading() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(links(page)
                                .filter(link -> link.contains("#")
                                        && target(page, link).toString().endsWith(".md")))
                        .allSatisfy(link -> assertThat(anchors(target(page, link)))
                                .contains(link.substring(link.indexOf('#') + 1))));
    }

    private static List<Path> pages() {
        return ProjectFiles.all().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(ProjectFiles.text(page)).results().map(match -> match.group(1));
    }

    private static Path target(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    // Makes a heading's anchor as GitHub does: lower case, no punctuation, and a hyphen for each space.
    private static List<String> anchors(Path page) {
        assertThat(Files.isRegularFile(page)).isTrue();
        return HEADING.matcher(ProjectFiles.text(page))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
