package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many parked events, retried in bulk with the command of docs/operations.md. Three hundred of them in every build;
 * more with {@code -Ddurahook.parked=10000}.
 */
@RequiresTemporal
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyParkedIT {

    private static final int EVENTS = Integer.getInteger("durahook.parked", 300);
    private static final int RATE = Integer.getInteger("durahook.parked.rate", 50);
    private static final Duration LONG = Duration.ofMinutes(20);

    @Test
    void areRetriedInBulkAtABoundedRate() {
        try (TemporalServer server =
                        TemporalServer.start(TemporalServerOptions.inMemory().withStatus());
                ParkingLot lot = new ParkingLot(server.client())) {
            IntStream.range(0, EVENTS).parallel().forEach(i -> lot.deliver("shop:" + i));
            awaitCount(server, "DurahookStatus = 'parked'", EVENTS);

            lot.repair();
            Instant begin = Instant.now();
            retryAll(server);
            awaitCount(server, "ExecutionStatus = 'Completed'", EVENTS);

            assertThat(lot.crmCalls()).filteredOn(begin::isBefore).hasSize(EVENTS);
            assertThat(lot.mails()).hasSize(EVENTS).doesNotHaveDuplicates();
            // The server's rate limit allows a burst of one second, and a busy machine may delay calls and then send
            // them together. The signals count, not the handlers, which a worker that has stood still runs together.
            List<Long> signals = IntStream.range(0, EVENTS)
                    .parallel()
                    .mapToObj(i -> signalled(server, "shop:" + i))
                    .toList();
            assertThat(busiestSecond(signals)).isLessThanOrEqualTo(3 * RATE);
        }
    }

    // The second in which Temporal took the signal.
    private static long signalled(TemporalServer server, String event) {
        return server.workflows().history(event).stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .findFirst()
                .orElseThrow()
                .getEventTime()
                .getSeconds();
    }

    private static long busiestSecond(List<Long> calls) {
        Map<Long, Long> perSecond =
                calls.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long busiest = Collections.max(perSecond.values());
        System.out.printf("%d retried in %d seconds, %d in the busiest%n", calls.size(), perSecond.size(), busiest);
        return busiest;
    }

    private static void awaitCount(TemporalServer server, String query, long count) {
        Await.until(count + " of " + query, LONG, () -> server.workflows().count(query) == count);
    }

    private static void retryAll(TemporalServer server) {
        ChildProcess.run(
                List.of(
                        TemporalCli.find().orElseThrow().toString(),
                        "workflow",
                        "signal",
                        "--query",
                        "DurahookStatus=\"parked\"",
                        "--name",
                        "retry",
                        "--rps",
                        Integer.toString(RATE),
                        "--reason",
                        "the crm is back",
                        "--yes",
                        "--address",
                        server.target()),
                Map.of());
    }
}
