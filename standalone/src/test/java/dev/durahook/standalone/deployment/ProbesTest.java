package dev.durahook.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Compose and Kubernetes ask on the right ports whether an application is ready, and wait while it is not. */
class ProbesTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"receiver", "worker", "combined"})
    void composeWaitsUntilItIsReady(String application) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(ROOT.resolve("docker/durahook.yml")));
        assertThat(at(compose, "services", application, "healthcheck", "test"))
                .isEqualTo(List.of("CMD", "answers", "9000", "/actuator/health/readiness"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiver", "worker", "combined"})
    void kubernetesRestartsDeadAndWaitsForUnreadyContainers(String application) throws IOException {
        Map<?, ?> container = container(application);
        assertThat(path(container, "startupProbe")).isEqualTo("/actuator/health/liveness");
        assertThat(path(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
        assertThat(path(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
        assertThat((List<?>) container.get("ports"))
                .anySatisfy(port -> assertThat(port).isEqualTo(Map.of("name", "management", "containerPort", 9000)));
    }

    // While Temporal is down, no pod is ready, and a drained node would wait for that to end.
    @ParameterizedTest
    @ValueSource(strings = {"receiver", "worker", "combined"})
    void podsThatAreNotReadyDoNotKeepANodeFromBeingDrained(String application) throws IOException {
        assertThat(at(manifest(application, "PodDisruptionBudget"), "spec", "unhealthyPodEvictionPolicy"))
                .isEqualTo("AlwaysAllow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiver", "worker", "combined"})
    void imageAnswersThere(String application) throws IOException {
        assertThat(stage(application)).contains("MANAGEMENT_SERVER_PORT=9000").containsPattern("EXPOSE (8000 )?9000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiver", "worker", "combined"})
    void imageStartsWithTheClassesThatAreKeptInIt(String application) throws IOException {
        assertThat(stage(application + "-cache"))
                .startsWith("FROM " + application + "-classes AS")
                .contains("-XX:AOTCacheOutput=/tmp/" + application + ".aot ")
                .contains(application + ".jar");
        assertThat(stage(application))
                .startsWith("FROM " + application + "-classes AS")
                .contains("COPY --from=" + application + "-cache /tmp/" + application + ".aot ./")
                .contains("CMD [\"-XX:AOTCache=" + application + ".aot\", ");
    }

    private static String stage(String name) throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("docker/Dockerfile"));
        return Stream.of(dockerfile.split("\n(?=FROM )"))
                .filter(stage -> stage.startsWith("FROM ")
                        && stage.lines().findFirst().orElseThrow().endsWith(" AS " + name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> container(String application) throws IOException {
        Object deployment = manifest(application, "Deployment");
        return (Map<?, ?>) ((List<?>) at(deployment, "spec", "template", "spec", "containers")).get(0);
    }

    private static Object manifest(String application, String kind) throws IOException {
        String folder = application.equals("combined") ? "combined/" : "base/";
        String manifests = Files.readString(ROOT.resolve("deploy/kubernetes/" + folder + application + ".yaml"));
        for (Object manifest : new Yaml().loadAll(manifests)) {
            if (kind.equals(((Map<?, ?>) manifest).get("kind"))) {
                return manifest;
            }
        }
        throw new AssertionError("no " + kind + " of " + application);
    }

    private static Object path(Map<?, ?> container, String probe) {
        assertThat(at(container, probe, "httpGet", "port")).isEqualTo("management");
        return at(container, probe, "httpGet", "path");
    }

    private static Object at(Object node, String... keys) {
        Object found = node;
        for (String key : keys) {
            found = ((Map<?, ?>) found).get(key);
        }
        return found;
    }
}
