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

    private static final int OUTAGE_SECONDS = 15;
    private static final String DOWN = "Temporal is down: ";
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
            Await.until("the outage is logged", () -> lines(application).size() > before);
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
            assertThat(linesAfter(before, application))
                    .singleElement()
                    .asString()
                    .contains(DOWN)
                    .contains(server.target());

            server.restart();
            Await.until("the end is logged", () -> lines(application).size() > before + 1);
            TimeUnit.SECONDS.sleep(3);
            assertEndsOnce(linesAfter(before + 1, application));
        }
    }

    // A server that stands still on a busy machine is a further outage, with an end of its own.
    private static void assertEndsOnce(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).contains(i % 2 == 0 ? AGAIN : DOWN + "no answer in time");
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
