package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalCli;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many parked events, retried in bulk with the command of docs/operations.md. Two hundred of them in every build; more
 * with {@code -Ddurahook.parked=10000}.
 */
@RequiresTemporal
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyParkedIT {

    private static final int EVENTS = Integer.getInteger("durahook.parked", 200);
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
            long begin = System.nanoTime();
            retryAll(server);
            awaitCount(server, "ExecutionStatus = 'Completed'", EVENTS);

            assertThat(lot.crmCalls()).filteredOn(call -> call - begin > 0).hasSize(EVENTS);
            assertThat(lot.mails()).hasSize(EVENTS).doesNotHaveDuplicates();
            // The server's rate limit allows a burst of one second, and a busy machine may delay calls and then send
            // them together.
            long busiest = server.workflows()
                    .mostSignalledInASecond(IntStream.range(0, EVENTS)
                            .mapToObj(i -> "shop:" + i)
                            .toList());
            System.out.printf("%d retried, %d in the busiest second%n", EVENTS, busiest);
            assertThat(busiest).isLessThanOrEqualTo(3 * RATE);
        }
    }

    private static void awaitCount(TemporalServer server, String query, long count) {
        Await.until(count + " of " + query, LONG, () -> server.workflows().count(query) == count);
    }

    private static void retryAll(TemporalServer server) {
        TemporalCli.run(
                server.target(),
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
                        "--yes"));
    }
}
