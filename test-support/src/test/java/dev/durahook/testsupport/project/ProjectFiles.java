package dev.durahook.testsupport.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository that people read or that machines are set up with, apart from the code. */
final class ProjectFiles {

    private static final Path ROOT = Path.of("..");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    private ProjectFiles() {}

    /** Pages, manifests and scripts, below these folders or at the root; what Maven has made is left out. */
    static List<Path> all() {
        return Stream.of(".", ".ci", "deploy", "docker", "docs", "scripts")
                .flatMap(folder -> below(ROOT.resolve(folder).normalize(), folder.equals(".") ? 1 : Integer.MAX_VALUE))
                .filter(file -> !file.getFileName().toString().endsWith(".png"))
                .toList();
    }

    /** The version of this build, as every artifact has it. */
    static String version() {
        return VERSION.matcher(text("bom/pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** The version that the pages name: that of the release that this build is to become. */
    static String releaseVersion() {
        return version().replace("-SNAPSHOT", "");
    }

    /** The text of a file, by its path from the root of the repository. */
    static String text(String path) {
        return text(ROOT.resolve(path));
    }

    /** Where a pattern matches in all of the files. */
    static List<MatchResult> matches(Pattern pattern) {
        return all().stream()
                .flatMap(file -> pattern.matcher(text(file)).results())
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The files of a folder, in the order of their paths. */
    static Stream<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
