package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

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
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
            server.restart();
            application.awaitOutput("Temporal answers again");
            TimeUnit.SECONDS.sleep(3);

            List<String> ofTheOutage =
                    lines(application).subList(before, lines(application).size());
            assertThat(ofTheOutage).hasSize(2);
            assertThat(ofTheOutage.get(0)).contains("Temporal is down: " + server.target() + " can't be reached");
            assertThat(ofTheOutage.get(1)).contains("Temporal answers again");
        }
    }

    private static List<String> lines(StandaloneProcess application) {
        return application.output().lines().toList();
    }
}
