package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.SkipNotice;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The example worker in Python, in an environment of its own. Skipped, with the reason, if Python or Temporal's SDK for
 * Python can't be had.
 */
@RequiresTemporal
@Timeout(300)
class PythonWorkerIT {

    private static final Path EXAMPLE = Path.of("../examples/python");
    private static final Path ENVIRONMENT = Path.of("target/python");
    private static final Duration LONG = Duration.ofSeconds(120);

    private static TemporalServer server;
    private static RunningWorker worker;
    private static ChildProcess python;

    @BeforeAll
    static void start() throws InterruptedException {
        Optional<String> missing = prepare();
        missing.ifPresent(reason -> SkipNotice.print(PythonWorkerIT.class.getName(), reason));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        server = TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
        worker = RunningWorker.start(
                server,
                List.of(),
                "spring.config.additional-location=file:../examples/src/main/resources/application-python.yml");
        python = startPython();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            python.kill();
            worker.close();
            server.close();
        }
    }

    @Test
    void activityTakesAnEvent() {
        assertThat(deliver("webhook.order_placed", "{\"data\": {\"order\": \"17\"}}")
                        .result())
                .isEqualTo("order 17 has the score 20");
    }

    @Test
    void bodyThatIsNotJsonIsBytesAndItsFailureParksAtOnce() {
        assertThat(deliver("webhook.order_placed", "order=17").parked())
                .contains("`the order is not JSON` (`NotJson`)");
    }

    @Test
    void workflowIsStartedAndUpdated() {
        Event event = deliver("webhook.payment_made", "{\"data\": {\"order\": \"17\", \"cents\": 1250}}");
        assertThat(event.result()).isEqualTo("paid with 1250 cents");
        assertThat(server.client().newUntypedWorkflowStub("python-order-17").getResult(String.class))
                .isEqualTo("paid by event " + event.id());
    }

    @Test
    void workflowWithoutTheValueParks() {
        assertThat(deliver("webhook.payment_made", "{\"data\": {}}").parked())
                .contains("the body has no text or integer at /data/order", "WorkflowUnnamed");
    }

    private static Event deliver(String type, String body) {
        return RunningWorker.deliver(server.client(), type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ChildProcess startPython() {
        ChildProcess started = ChildProcess.start(
                List.of(bin("python"), EXAMPLE.resolve("worker.py").toString()),
                Map.of("TEMPORAL_ADDRESS", server.target()));
        Await.until(
                "the Python worker works: " + started.output(),
                LONG,
                () -> started.output().contains("Working on"));
        return started;
    }

    /** Returns why there is no environment with Temporal's SDK; empty if there is one. */
    private static Optional<String> prepare() throws InterruptedException {
        if (Files.isExecutable(Path.of(bin("python"))) && run(bin("python"), "-c", "import temporalio")) {
            return Optional.empty();
        }
        if (!run("python3", "-m", "venv", ENVIRONMENT.toString())) {
            return Optional.of("python3 with venv is not on PATH: install Python 3.10 or newer");
        }
        return run(
                        bin("pip"),
                        "install",
                        "-q",
                        "-r",
                        EXAMPLE.resolve("requirements.txt").toString())
                ? Optional.empty()
                : Optional.of("pip can't install examples/python/requirements.txt: it needs a package index");
    }

    private static String bin(String program) {
        return ENVIRONMENT.resolve("bin").resolve(program).toString();
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
