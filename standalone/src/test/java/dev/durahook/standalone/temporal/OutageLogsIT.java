package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While Temporal is down, a developer sees one line when it goes and one when it comes back. Nothing calls the health
 * endpoint.
 */
@RequiresTemporal
class OutageLogsIT {

    private static final int OUTAGE_SECONDS = 10;
    private static final String DOWN = "Temporal is down: ";
    private static final String STANDSTILL = "no answer in time";
    private static final String AGAIN = "Temporal answers again";

    @TempDir
    private Path home;

    @Test
    void outageIsLoggedOnceWhenItBeginsAndOnceWhenItEnds() throws Exception {
        try (TemporalServer server = TemporalServer.start(home.resolve("another.db"));
                StandaloneFixture machine = StandaloneFixture.onThisPath(home);
                StandaloneProcess application = machine.start("--spring.temporal.connection.target=" + server.target())
                        .awaitReady()) {
            application.awaitOutput("Workers started");
            // The last line of the start, for a server that keeps events for a day.
            application.awaitOutput("keeps a workflow for 24 h");
            int before = lines(application).size();
            server.kill();
            Await.until("the outage is logged", () -> isDown(linesAfter(before, application)));
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
            List<String> outage = linesAfter(before, application);
            assertThat(withoutStandstills(outage))
                    .singleElement()
                    .asString()
                    .contains(DOWN)
                    .containsAnyOf(server.target(), STANDSTILL);

            server.restart();
            int down = before + outage.size();
            Await.until("the end is logged", () -> lines(application).size() > down);
            TimeUnit.SECONDS.sleep(3);
            assertEndsOnce(linesAfter(down, application));
        }
    }

    private static boolean isDown(List<String> lines) {
        return !lines.isEmpty() && lines.get(lines.size() - 1).contains(DOWN);
    }

    // A server that stands still on a busy machine is an outage of its own, with an end of its own.
    private static List<String> withoutStandstills(List<String> lines) {
        int begin = 0;
        while (begin + 1 < lines.size()
                && lines.get(begin).contains(DOWN + STANDSTILL)
                && lines.get(begin + 1).contains(AGAIN)) {
            begin += 2;
        }
        return lines.subList(begin, lines.size());
    }

    // After the end, too.
    private static void assertEndsOnce(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).contains(i % 2 == 0 ? AGAIN : DOWN + STANDSTILL);
        }
    }

    private static List<String> linesAfter(int before, StandaloneProcess application) {
        List<String> all = lines(application);
        return all.subList(before, all.size());
    }

    private static List<String> lines(StandaloneProcess application) {
        return application.output().lines().toList();
    }
}
