package dev.durahook.testsupport.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the repository's pages, manifests and scripts, for the tests that compare them. */
final class ProjectFiles {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    private ProjectFiles() {}

    /** The pages, manifests and scripts at the root and below some folders, without the build's output. */
    static List<Path> all() {
        return Stream.of(".", ".ci", "deploy", "docker", "docs", "scripts")
                .flatMap(folder -> below(ROOT.resolve(folder).normalize(), folder.equals(".") ? 1 : Integer.MAX_VALUE))
                .filter(file -> !file.getFileName().toString().endsWith(".png"))
                .toList();
    }

    /** The folders of the build's modules. */
    static Stream<Path> modules() {
        return MODULE.matcher(text("pom.xml")).results().map(module -> ROOT.resolve(module.group(1)));
    }

    /** The version of this build, which every artifact has. */
    static String version() {
        return VERSION.matcher(text("bom/pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** The version that the pages name, which is the one of the next release. */
    static String releaseVersion() {
        return version().replace("-SNAPSHOT", "");
    }

    /** The text of a file, by its path from the root of the repository. */
    static String text(String path) {
        return text(ROOT.resolve(path));
    }

    /** All matches of a pattern in all files. */
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

    /** The files of a folder, sorted by path. */
    static Stream<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
