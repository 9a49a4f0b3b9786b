package dev.durahook.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The Kubernetes example scales the receiver. */
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

    private static Map<?, ?> read(String file) throws IOException {
        return new Yaml().load(Files.readString(EXAMPLE.resolve(file)));
    }
}
