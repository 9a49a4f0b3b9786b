package dev.durahook.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The variants with one process replace receiver and worker, and keep the settings of the files that they change. */
class CombinedVariantTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @CsvSource({
        "docker-compose.yml, docker-compose.combined.yml",
        "docker/existing-cluster.yml, docker/existing-cluster.combined.yml"
    })
    void composeRunsOneProcessInPlaceOfTwo(String base, String variant) throws IOException {
        Map<?, ?> services = services(variant);
        assertThat(services).hasSize(3);
        for (String replaced : List.of("receiver", "worker")) {
            assertThat(services.get(replaced)).isEqualTo(Map.of("profiles", List.of("apart")));
        }
        Map<?, ?> receiver = (Map<?, ?>) services(base).get("receiver");
        Map<?, ?> combined = (Map<?, ?>) services.get("combined");
        for (String key : List.of("environment", "networks", "depends_on", "volumes")) {
            assertThat(combined.get(key)).as(key).isEqualTo(receiver.get(key));
        }
    }

    @Test
    void processHasTimeForItsAnswersAndThenForItsWork() throws IOException {
        Map<?, ?> combined = (Map<?, ?>) services("docker/durahook.yml").get("combined");
        assertThat(combined.get("stop_grace_period")).isEqualTo("70s");
        assertThat(text("deploy/kubernetes/combined/combined.yaml")).contains("terminationGracePeriodSeconds: 70\n");
    }

    @Test
    void containersAreAsHardenedAsTheReceivers() throws IOException {
        assertThat(hardening("deploy/kubernetes/combined/combined.yaml"))
                .isNotEmpty()
                .isEqualTo(hardening("deploy/kubernetes/base/receiver.yaml"));
        Map<?, ?> services = services("docker/durahook.yml");
        Map<?, ?> receiver = (Map<?, ?>) services.get("receiver");
        Map<?, ?> combined = (Map<?, ?>) services.get("combined");
        for (String key : List.of("read_only", "tmpfs", "cap_drop", "security_opt", "restart", "logging")) {
            assertThat(combined.get(key)).as(key).isNotNull().isEqualTo(receiver.get(key));
        }
    }

    // A thread counts as a process.
    @ParameterizedTest
    @ValueSource(strings = {"worker", "combined"})
    void containerHasRoomForTheThreadsOfAWorker(String service) throws IOException {
        Map<?, ?> container = (Map<?, ?>) services("docker/durahook.yml").get(service);
        Map<?, ?> resources = (Map<?, ?>) ((Map<?, ?>) container.get("deploy")).get("resources");
        int allowed = (Integer) ((Map<?, ?>) resources.get("limits")).get("pids");
        WorkerOptions slots = WorkerOptions.newBuilder().validateAndBuildWithDefaults();
        int ofSdk =
                WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults().getMaxWorkflowThreadCount()
                        + slots.getMaxConcurrentWorkflowTaskExecutionSize()
                        + slots.getMaxConcurrentLocalActivityExecutionSize()
                        + slots.getMaxConcurrentActivityExecutionSize();
        assertThat(allowed).isGreaterThan(ofSdk + 500);
    }

    private static List<String> hardening(String manifest) throws IOException {
        return Arrays.stream(text(manifest).split("\n"))
                .filter(line -> line.matches(
                        " *(automountServiceAccountToken|runAs\\w+|fsGroup|seccompProfile|allowPrivilegeEscalation"
                                + "|readOnlyRootFilesystem|capabilities):.*"))
                .toList();
    }

    private static Map<?, ?> services(String file) throws IOException {
        Map<?, ?> compose = new Yaml().load(text(file));
        return (Map<?, ?>) compose.get("services");
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
