package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@RequiresTemporal
class GoWorkerIT extends ExampleWorkerCases {

    private static final Path PROGRAM = Path.of("target/go-worker").toAbsolutePath();

    GoWorkerIT() {
        super("go");
    }

    @Override
    Optional<String> prepare() throws InterruptedException {
        Toolchain example = new Toolchain(Path.of("../examples/go"));
        if (!example.run("go", "version")) {
            return Optional.of("go is not on PATH: install the version of Go that examples/go/go.mod names, or newer");
        }
        if (!example.run("go", "mod", "download")) {
            return Optional.of("go can't download the modules of examples/go: it needs a module proxy");
        }
        example.build("go", "build", "-o", PROGRAM.toString(), ".");
        return Optional.empty();
    }

    @Override
    List<String> command() {
        return List.of(PROGRAM.toString());
    }
}
