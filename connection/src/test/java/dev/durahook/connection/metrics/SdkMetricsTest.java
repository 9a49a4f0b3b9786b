package dev.durahook.connection.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import dev.durahook.testsupport.Await;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.spring.boot.autoconfigure.MetricsScopeAutoConfiguration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The SDK's metrics in an application whose senders invent event types. */
class SdkMetricsTest {

    private static final int TYPES = 1_000;
    private static final String COMPLETED = "temporal_workflow_completed";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MetricsAutoConfiguration.class,
                    SimpleMetricsExportAutoConfiguration.class,
                    CompositeMeterRegistryAutoConfiguration.class,
                    MetricsScopeAutoConfiguration.class,
                    dev.durahook.connection.metrics.MetricsAutoConfiguration.class));

    @Test
    void aThousandTypesAreAHundredSeriesAndOneForTheOthers() {
        application.run(context -> {
            reportManyTypes(context);
            Set<String> types = context.getBean(SimpleMeterRegistry.class).get(COMPLETED).counters().stream()
                    .map(counter -> counter.getId().getTag("workflow_type"))
                    .collect(Collectors.toSet());
            assertThat(types).hasSize(LabelValueLimit.LIMIT + 1).contains("github.type-0", "other");
        });
    }

    @Test
    void nothingIsLostToTheBound() {
        application.run(context -> {
            reportManyTypes(context);
            assertThat(context.getBean(SimpleMeterRegistry.class)
                            .get(COMPLETED)
                            .tag("workflow_type", "other")
                            .counter()
                            .count())
                    .isEqualTo(TYPES - LabelValueLimit.LIMIT);
        });
    }

    @Test
    void onlyWhatIsReadByTypeIsKeptByType() {
        application.run(context -> {
            reportManyTypes(context);
            assertThat(context.getBean(SimpleMeterRegistry.class)
                            .get("temporal_request")
                            .counters())
                    .singleElement()
                    .satisfies(requests -> {
                        assertThat(requests.getId().getTag("workflow_type")).isEqualTo(SdkLabels.ANY);
                        assertThat(requests.count()).isEqualTo(TYPES);
                    });
        });
    }

    @Test
    void metricWithoutLabelsIsKept() {
        application.run(context -> {
            Scope scope = context.getBean(Scope.class);
            assertThat(scope.tagged(null)).isSameAs(scope);
        });
    }

    @Test
    void aTimerHasADozenBuckets() {
        application.run(context -> assertThat(buckets(context)).isEqualTo(12));
    }

    @Test
    void applicationCanDeclareOtherBuckets() {
        application
                .withPropertyValues("management.metrics.distribution.slo.temporal_request_latency=1s,2s")
                .run(context -> assertThat(buckets(context)).isEqualTo(2));
    }

    private static void reportManyTypes(AssertableApplicationContext context) throws ScopeCloseException {
        Scope scope = context.getBean(Scope.class).tagged(Map.of("namespace", "default"));
        for (int i = 0; i < TYPES; i++) {
            scope.tagged(Map.of("workflow_type", "github.type-" + i))
                    .counter(COMPLETED)
                    .inc(1);
            scope.tagged(Map.of("workflow_type", "github.type-" + i))
                    .counter("temporal_request")
                    .inc(1);
        }
        // The scope reports for the last time when it is closed. Its first report, at the start, may end later than
        // that.
        context.getBean(Scope.class).close();
        Await.until(
                "all counts are reported", () -> counted(context, COMPLETED) && counted(context, "temporal_request"));
    }

    private static boolean counted(AssertableApplicationContext context, String metric) {
        return context.getBean(SimpleMeterRegistry.class).find(metric).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum()
                >= TYPES;
    }

    private static int buckets(AssertableApplicationContext context) {
        context.getBean(Scope.class).timer("temporal_request_latency").record(Duration.ofMillis(20));
        Timer timer = context.getBean(MeterRegistry.class)
                .get("temporal_request_latency")
                .timer();
        return timer.takeSnapshot().histogramCounts().length;
    }
}
