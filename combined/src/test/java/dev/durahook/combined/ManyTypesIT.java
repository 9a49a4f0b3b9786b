package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sender that makes up a new event type for each event: the page of metrics stays small, however many types there are.
 * {@code -Ddurahook.types=100000} takes half an hour.
 */
@RequiresTemporal
@Timeout(7_200)
class ManyTypesIT {

    private static final int TYPES = Integer.getInteger("durahook.types", 400);
    // A label keeps its first 100 values.
    private static final int ALL_THAT_ARE_KEPT = 120;
    private static final Duration LONG = Duration.ofHours(1);
    private static final int SENDERS = 8;
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private int sent;

    @Test
    void metricsGrowToAHundredTypesAndNoFurther() throws Exception {
        // The development server's memory does not hold the histories of a hundred thousand events.
        try (TemporalServer temporal = TemporalServer.start(folder.resolve("temporal.db"));
                CombinedProcess process = CombinedProcess.start(
                        temporal.target(), folder, "logging.level.dev.durahook.receiver.deliveries=warn")) {
            process.ready();
            send(process, ALL_THAT_ARE_KEPT);
            awaitCompleted(temporal);
            long before = series(process);
            send(process, TYPES - ALL_THAT_ARE_KEPT);
            awaitCompleted(temporal);

            String page = process.metrics();
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

    private void send(CombinedProcess process, int events) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Integer>> posts = IntStream.range(sent, sent + events)
                    .<Callable<Integer>>mapToObj(number -> () -> accepted(process, number))
                    .toList();
            for (Future<Integer> answer : senders.invokeAll(posts)) {
                // An event may be stored although its sender was asked to deliver it again.
                assertThat(answer.get()).isIn(202, 200);
            }
        } finally {
            senders.shutdownNow();
        }
        sent += events;
    }

    // A busy receiver asks its senders to deliver again.
    private static int accepted(CombinedProcess process, int number) throws IOException {
        int status;
        do {
            status = process.post("type-" + number, "many-" + number);
        } while (status == HttpURLConnection.HTTP_UNAVAILABLE);
        return status;
    }

    private void awaitCompleted(TemporalServer temporal) {
        Await.until(
                "every event is completed",
                LONG,
                () -> temporal.workflows().count("ExecutionStatus = 'Completed'") == sent);
    }

    private static long series(CombinedProcess process) throws IOException {
        return process.metrics().lines().filter(line -> !line.startsWith("#")).count();
    }
}
