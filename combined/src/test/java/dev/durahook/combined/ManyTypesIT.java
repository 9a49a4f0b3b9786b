package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sender that makes up a new event type for each event: the page of metrics stays small, however many types there are.
 * {@code -Ddurahook.types=100000} takes most of an hour.
 */
@RequiresTemporal
@Timeout(7_200)
class ManyTypesIT {

    private static final int TYPES = Integer.getInteger("durahook.types", 400);
    // A label keeps its first 100 values.
    private static final int ALL_THAT_ARE_KEPT = 120;
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private int sent;

    @Test
    void metricsGrowToAHundredTypesAndNoFurther() throws Exception {
        try (TemporalServer temporal = TemporalServer.start();
                CombinedProcess process = CombinedProcess.start(
                        temporal.target(), folder, "logging.level.dev.durahook.receiver.deliveries=warn")) {
            process.ready();
            send(process, ALL_THAT_ARE_KEPT);
            awaitCompleted(temporal);
            long before = series(process);
            send(process, TYPES - ALL_THAT_ARE_KEPT);
            awaitCompleted(temporal);

            String page = process.get("/actuator/prometheus");
            System.out.printf("%d types: %d series, %d bytes%n", TYPES, series(process), page.length());
            assertThat(page).hasSizeLessThan(MEGABYTE);
            assertThat(page).contains("workflow_type=\"other\"").doesNotContain("webhook.type-" + (TYPES - 1));
            // A series may begin by other means, such as a rare kind of call.
            assertThat(series(process)).isLessThan(before + 200);
            assertThat(process.process()
                            .output()
                            .lines()
                            .filter(line -> line.contains("No route, no handler"))
                            .count())
                    .isLessThanOrEqualTo(1_000);
        }
    }

    private void send(CombinedProcess process, int events) throws IOException {
        for (int i = 0; i < events; i++) {
            assertThat(process.post("type-" + sent, "many-" + sent)).isEqualTo(202);
            sent++;
        }
    }

    private void awaitCompleted(TemporalServer temporal) {
        Await.until(
                "every event is completed",
                LONG,
                () -> temporal.workflows().count("ExecutionStatus = 'Completed'") == sent);
    }

    private static long series(CombinedProcess process) throws IOException {
        return process.get("/actuator/prometheus")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }
}
