package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The example worker in TypeScript, in a copy of its folder. */
@RequiresTemporal
class TypeScriptWorkerIT extends ExampleWorkerCases {

    private static final Path EXAMPLE = Path.of("../examples/typescript");
    private static final Path COPY = Path.of("target/typescript");
    private static final List<String> PROJECT = List.of("package.json", "package-lock.json", "tsconfig.json");

    TypeScriptWorkerIT() {
        super("typescript");
    }

    @Override
    Optional<String> prepare() throws InterruptedException {
        copy();
        Toolchain copy = new Toolchain(COPY);
        if (!copy.run("npm", "--version")) {
            return Optional.of("npm is not on PATH: install Node.js 20 or newer");
        }
        boolean isInstalled = copy.run("npm", "ls");
        if (!isInstalled && !copy.run("npm", "ci", "--no-audit", "--no-fund")) {
            return Optional.of("npm can't install the packages of examples/typescript: it needs a package registry");
        }
        copy.build("npm", "run", "build");
        return Optional.empty();
    }

    private static void copy() {
        try (Stream<Path> code = Files.walk(EXAMPLE.resolve("src")).filter(Files::isRegularFile)) {
            Stream.concat(PROJECT.stream().map(EXAMPLE::resolve), code).forEach(TypeScriptWorkerIT::copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file) {
        Path copy = COPY.resolve(EXAMPLE.relativize(file));
        try {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    List<String> command() {
        return List.of("node", COPY.resolve("lib/worker.js").toString());
    }
}
