package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.RequiresTemporal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The example worker in Python, in an environment of its own. */
@RequiresTemporal
class PythonWorkerIT extends ExampleWorkerCases {

    private static final Path EXAMPLE = Path.of("../examples/python");
    private static final Path ENVIRONMENT = Path.of("target/python");

    PythonWorkerIT() {
        super("python");
    }

    @Override
    Optional<String> prepare() throws InterruptedException {
        Toolchain here = new Toolchain(Path.of("."));
        if (Files.isExecutable(Path.of(bin("python"))) && here.run(bin("python"), "-c", "import temporalio")) {
            return Optional.empty();
        }
        if (!here.run("python3", "-m", "venv", ENVIRONMENT.toString())) {
            return Optional.of("python3 with venv is not on PATH: install Python 3.10 or newer");
        }
        return here.run(
                        bin("pip"),
                        "install",
                        "-q",
                        "-r",
                        EXAMPLE.resolve("requirements.txt").toString())
                ? Optional.empty()
                : Optional.of("pip can't install examples/python/requirements.txt: it needs a package index");
    }

    @Override
    List<String> command() {
        return List.of(bin("python"), EXAMPLE.resolve("worker.py").toString());
    }

    private static String bin(String program) {
        return ENVIRONMENT.resolve("bin").resolve(program).toString();
    }
}
