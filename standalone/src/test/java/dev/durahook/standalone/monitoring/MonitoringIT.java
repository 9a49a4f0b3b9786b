package dev.durahook.standalone.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.program.Prometheus;
import dev.durahook.testsupport.program.RequiresPrometheus;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus, with the files for operators, scrapes an application in which every kind of event has happened
 * once.
 */
@RequiresTemporal
@RequiresPrometheus
class MonitoringIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:durahook|temporal)_[a-z_]+");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `((?:durahook|temporal)_[a-z_]+)`");
    private static final String DELIVERED =
            "durahook_destination_attempts_seconds_count{destination=\"up\", result=\"delivered\"";
    private static final Pattern PART = Pattern.compile("_(bucket|sum|max|count)$");

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static MonitoredApplication application;
    private static Prometheus prometheus;
    private static PrometheusApi api;

    @BeforeAll
    static void letEverythingHappenOnce() throws Exception {
        temporal = TemporalServer.start(TemporalServerOptions.inMemory().withPatientTasks());
        application = new MonitoredApplication(temporal.target(), Files.createDirectory(folder.resolve("application")));
        prometheus = Prometheus.start(configuration(), folder.resolve("prometheus"));
        api = new PrometheusApi(prometheus.address());
        assertThat(List.of(
                        application.post("fail"),
                        application.post("fail"),
                        application.post("changed", "fail"),
                        application.post("nobody"),
                        application.post("deliver"),
                        application.post("broken"),
                        application.postSigned(true),
                        application.postSigned(false),
                        application.postTo("idle"),
                        application.postTo("unknown"),
                        application.askFor("/nothing")))
                .containsExactly(202, 200, 200, 202, 202, 202, 202, 401, 202, 404, 404);
        Await.until("an event is parked", () -> api.value("max(durahook_events_parked)") == 1);
        Await.until("an event is delivered", () -> counted(DELIVERED) >= 1);
        temporal.pause();
        assertThat(application.post("late")).isEqualTo(503);
        temporal.resume();
    }

    @AfterAll
    static void stop() {
        prometheus.close();
        application.close();
        temporal.close();
    }

    @Test
    void everyQueryOfTheDashboardHasData() throws IOException {
        List<String> queries = Dashboard.read().queries();
        assertThat(queries)
                .hasSizeGreaterThan(30)
                .allSatisfy(query ->
                        Await.until("data for " + query, () -> !api.query(query).isEmpty()));
    }

    @Test
    void everyAlertCanBeEvaluatedAndIsAboutMetricsThatExist() {
        assertThat(api.rules()).isNotEmpty().allSatisfy(rule -> {
            Await.until("the alert was evaluated", () -> health(rule).equals("ok"));
            awaitScraped(metrics(rule.get("query").asText()), name -> name);
        });
    }

    @Test
    void theDocumentedMetricsExist() throws IOException {
        awaitDocumentedMetrics();
    }

    /** Waits for all metrics, of which the slowest are read from Temporal, and returns their names. */
    private static Set<String> awaitDocumentedMetrics() throws IOException {
        Set<String> documented = all(DOCUMENTED, Checkout.operations());
        assertThat(documented).hasSizeGreaterThan(15);
        awaitScraped(documented, MonitoringIT::whole);
        return documented;
    }

    private static void awaitScraped(Set<String> metrics, UnaryOperator<String> form) {
        assertThat(metrics)
                .allSatisfy(metric -> Await.until(
                        "a scrape brings " + metric,
                        () -> api.names().stream().map(form).anyMatch(metric::equals)));
    }

    @Test
    void everyMetricOfOursIsDocumented() throws IOException {
        Set<String> documented = awaitDocumentedMetrics();
        assertThat(api.names().stream()
                        .filter(name -> name.startsWith("durahook_"))
                        .map(MonitoringIT::whole))
                .isNotEmpty()
                .isSubsetOf(documented);
    }

    @Test
    void everyMetricHasADescription() throws IOException {
        awaitDocumentedMetrics();
        assertThat(api.descriptions().entrySet().stream()
                        .filter(metric -> metric.getKey().startsWith("durahook_")))
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(metric.getValue()).isNotBlank());
    }

    @Test
    void metricsCountTheEventsThatHappened() {
        assertDelivered(4, "outcome=\"accepted\", source=\"webhook\"");
        assertDelivered(2, "outcome=\"previously_accepted\"");
        assertDelivered(1, "reason=\"signature-mismatch\", source=\"github\"");
        assertDelivered(1, "outcome=\"accepted\", source=\"github\", secret=\"1\"");
        assertDelivered(1, "outcome=\"unknown-source\", source=\"unknown\"");
        assertDelivered(1, "outcome=\"not-stored\"");
        assertCounted(2, "durahook_duplicates_total{source=\"webhook\", found_by=\"id\"");
        assertCounted(1, "durahook_duplicates_changed_total{source=\"webhook\"");
        assertCounted(1, "durahook_events_unidentified_total{source=\"idle\", missing=\"id\"");
        // On a busy machine an attempt may be repeated.
        assertThat(counted(DELIVERED)).isBetween(1.0, (double) application.requests());
        assertThat(counted("durahook_attempts_seconds_count{activity_type=\"deliver\", result=\"succeeded\""))
                .as("the first attempt, inside the workflow task")
                .isBetween(1.0, (double) application.requests());
        // The receiver reports the tasks that wait in a queue without a worker.
        assertCounted(1, "durahook_task_queue_backlog{task_queue=\"nobody\", task_type=\"workflow\"");
        assertCounted(1, "durahook_events_unhandled_total{source=\"webhook\"");
    }

    private static void assertDelivered(int times, String labels) {
        assertCounted(times, "durahook_deliveries_seconds_count{" + labels);
    }

    // The last events may not have been scraped yet.
    private static void assertCounted(int times, String series) {
        Await.until(times + " of " + series, () -> counted(series) == times);
    }

    // The same application is both jobs of Prometheus.
    private static double counted(String series) {
        return api.value("sum(" + series + ", job=\"durahook-receiver\"})");
    }

    private static String health(JsonNode rule) {
        return api.rules().stream()
                .filter(now -> now.get("name").equals(rule.get("name")))
                .map(now -> now.get("health").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> metrics(String query) {
        return all(METRIC, query);
    }

    private static String whole(String name) {
        return PART.matcher(name).replaceAll("");
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(MonitoringIT::last).forEach(found::add);
        return found;
    }

    private static String last(MatchResult result) {
        return result.group(result.groupCount());
    }

    // The same application is both jobs of Prometheus, and the scrape interval is shorter than 15 s, so that the test
    // is fast.
    private static Path configuration() throws IOException {
        Files.copy(Checkout.prometheus("alerts.yml"), folder.resolve("alerts.yml"));
        String ours = Files.readString(Checkout.prometheus("prometheus.yml"));
        return Files.writeString(
                folder.resolve("prometheus.yml"),
                ours.replace("receiver:9000", application.target())
                        .replace("worker:9000", application.target())
                        .replace("15s", "1s"));
    }
}
