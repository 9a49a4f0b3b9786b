package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.program.RequiresPrometheus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool accepts the alert files. */
@RequiresPrometheus
class PromtoolIT {

    private static final Pattern COPY = Pattern.compile("(?s)```\\n(sed -E [^`]*alerts-production[.]yml)\\n```");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:up|(?:durahook|temporal)_[a-z_]+)\\{namespace=\"production\"");

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
        assertThat(promtool(
                        "test",
                        "rules",
                        path("alerts-test.yml"),
                        path("alerts-15s-test.yml"),
                        path("alerts-days-test.yml")))
                .startsWith("0: ");
    }

    /** A receiver of staging must not hide that production has none. */
    @Test
    void copyForOneInstallationDoesNotSeeTheOther(@TempDir Path folder) throws Exception {
        Path copy = folder.resolve("alerts-production.yml");
        assertThat(run("sh", "-c", "cd .. && " + copyCommand().replace("> alerts-production.yml", "> " + copy)))
                .isEqualTo("0: ");
        Path test = Files.writeString(folder.resolve("test.yml"), """
                rule_files: [alerts-production.yml]
                evaluation_interval: 1m
                tests:
                  - interval: 1m
                    input_series:
                      - { series: 'up{job="durahook-combined", namespace="staging"}', values: '1x30' }
                      - { series: 'up{job="durahook-worker", namespace="production"}', values: '1x30' }
                      - { series: 'durahook_temporal_answers{job="durahook-combined", namespace="staging"}', values: '0x30' }
                    promql_expr_test:
                      - expr: ALERTS{alertstate="firing"}
                        eval_time: 20m
                        exp_samples:
                          - labels: 'ALERTS{alertname="DurahookReceiverMissing", alertstate="firing", severity="critical", namespace="production"}'
                            value: 1
                """);
        assertThat(promtool("test", "rules", test.toString())).startsWith("0: ");
        assertThat(Files.readString(copy)
                        .lines()
                        .filter(line -> METRIC.matcher(line).find()))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        line -> assertThat(METRIC.matcher(line).replaceAll("")).doesNotContain("durahook_", "up{"));
    }

    // The page's command, in one line.
    private static String copyCommand() throws IOException {
        Matcher block = COPY.matcher(Checkout.operations());
        assertThat(block.find()).isTrue();
        return block.group(1).replace("\\\n", " ");
    }

    private static String path(String file) {
        return Checkout.prometheus(file).toString();
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + output;
    }
}
