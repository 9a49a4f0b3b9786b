package dev.durahook.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.TaskQueues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The Kubernetes example scales the receiver, and shows in a comment how to scale the worker. */
class AutoscalingTest {

    private static final Path EXAMPLE = Path.of("../deploy/kubernetes/example");

    // A number of replicas in an applied manifest undoes what the autoscaler has set.
    @Test
    void manifestOfTheScaledDeploymentHasNoNumberOfReplicas() throws IOException {
        Map<?, ?> scaled = (Map<?, ?>) ((Map<?, ?>) read("autoscaling.yaml").get("spec")).get("scaleTargetRef");
        List<?> patches = (List<?>) read("kustomization.yaml").get("patches");

        Map<?, ?> patch = Map.of(
                "target",
                Map.of("kind", scaled.get("kind"), "name", scaled.get("name")),
                "patch",
                "[{ \"op\": \"remove\", \"path\": \"/spec/replicas\" }]");
        assertThat(patches).anySatisfy(one -> assertThat(one).isEqualTo(patch));
    }

    // The attempts of handlers wait in task queues of their own.
    @Test
    void workerIsScaledByTheTaskQueuesInWhichItsWorkWaits() throws IOException {
        assertThat(triggers().stream().map(trigger -> (Map<?, ?>) trigger.get("metadata")))
                .extracting(metadata -> metadata.get("taskQueue") + " " + metadata.get("queueTypes"))
                .containsExactly(
                        TaskQueues.DEFAULT + " workflow",
                        TaskQueues.ofHandler(TaskQueues.DEFAULT, "welcome-mail") + " activity");
        assertThat(spec("ScaledObject").get("scaleTargetRef")).isEqualTo(Map.of("name", "durahook-worker"));
        // KEDA uses this key only on the way to no replica at all.
        assertThat(spec("ScaledObject").containsKey("cooldownPeriod")).isFalse();
    }

    @Test
    void scalerHasTheApiKeyOfTheWorker() throws IOException {
        Object authentication = ((Map<?, ?>) keda("TriggerAuthentication").get("metadata")).get("name");
        assertThat(triggers())
                .allSatisfy(trigger -> assertThat(((Map<?, ?>) trigger.get("authenticationRef")).get("name"))
                        .isEqualTo(authentication));
        assertThat(spec("TriggerAuthentication").get("secretTargetRef"))
                .isEqualTo(List.of(Map.of("parameter", "apiKey", "name", "durahook-temporal", "key", "api-key")));
    }

    private static List<Map<?, ?>> triggers() throws IOException {
        List<Map<?, ?>> triggers = new ArrayList<>();
        ((List<?>) spec("ScaledObject").get("triggers")).forEach(trigger -> triggers.add((Map<?, ?>) trigger));
        return triggers;
    }

    private static Map<?, ?> spec(String kind) throws IOException {
        return (Map<?, ?>) keda(kind).get("spec");
    }

    /** A manifest of the example for KEDA, which is a comment. */
    private static Map<?, ?> keda(String kind) throws IOException {
        String text = Files.readString(EXAMPLE.resolve("autoscaling.yaml"));
        String manifests = text.substring(text.indexOf("# apiVersion: keda.sh")).replaceAll("(?m)^# ?", "");
        for (Object manifest : new Yaml().loadAll(manifests)) {
            if (((Map<?, ?>) manifest).get("kind").equals(kind)) {
                return (Map<?, ?>) manifest;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static Map<?, ?> read(String file) throws IOException {
        return new Yaml().load(Files.readString(EXAMPLE.resolve(file)));
    }
}
