package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.program.RequiresPrometheus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool accepts the alert files. */
@RequiresPrometheus
class PromtoolIT {

    @Test
    void theConfigurationIsValid() throws Exception {
        assertThat(promtool("check", "config", path("prometheus.yml")))
                .startsWith("0: ")
                .contains("is valid");
    }

    @Test
    void theRulesAreValid() throws Exception {
        assertThat(promtool("check", "rules", path("alerts.yml")))
                .startsWith("0: ")
                .contains("rules found");
    }

    @Test
    void eachAlertFiresWhenItShouldAndOnlyThen() throws Exception {
        assertThat(promtool("test", "rules", path("alerts-test.yml"), path("alerts-15s-test.yml")))
                .startsWith("0: ");
    }

    private static String path(String file) {
        return Checkout.prometheus(file).toString();
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + output;
    }
}
