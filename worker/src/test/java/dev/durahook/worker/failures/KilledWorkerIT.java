package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.checkout.Checkout;
import dev.durahook.ledger.JdbcLedger;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.process.JavaProcessBuilder;
import dev.durahook.testsupport.program.Postgres;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** SIGKILL to the worker after an effect and before its report; another worker takes over. */
@RequiresTemporal
class KilledWorkerIT {

    private static final Work NOT_HERE = attempt -> {
        throw new AssertionError("it is handled elsewhere");
    };

    @Test
    void effectIsRepeatedOnceUnlessItsKeyIsKept() throws SQLException {
        try (Postgres postgres = Postgres.start();
                TemporalServer server = TemporalServer.start()) {
            DataSource database = postgres.dataSource();
            new JdbcLedger(database).createTable();
            execute(database, "CREATE TABLE effects (key text)");

            Event carefree = deliver(server, "carefree.happened");
            Event careful = deliver(server, "careful.happened");
            Event checkout = deliver(server, Checkout.TYPE);
            String killed = killAfterTheEffects(server, postgres);
            try (JavaProcess next = shop(server, postgres).start()) {
                assertThat(careful.result()).isEqualTo("made by process " + killed);
                assertThat(carefree.result()).isEqualTo("made by process " + next.id());
                assertThat(server.client().newUntypedWorkflowStub(checkout.id()).getResult(String.class))
                        .isEqualTo("made by process " + next.id());
            }
            assertThat(count(database, checkout.id() + "/charge")).isEqualTo(2);
            assertThat(server.workflows().history(checkout.id()))
                    .as("the attempt that ended its worker is repeated by the activity, which counts its attempts")
                    .extracting(HistoryEvent::getEventType)
                    .contains(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
            assertThat(count(database, carefree.id() + "/carefree")).isEqualTo(2);
            assertThat(count(database, careful.id() + "/careful")).isEqualTo(1);
        }
    }

    private static Event deliver(TemporalServer server, String type) {
        return RunningWorker.deliver(server.client(), type, NOT_HERE, RunningWorker.USUAL_TASK);
    }

    private static String killAfterTheEffects(TemporalServer server, Postgres postgres) {
        try (JavaProcess worker =
                shop(server, postgres).environment(DyingShop.DIES, "true").start()) {
            worker.awaitLine(DyingShop.WAITING + "carefree");
            worker.awaitLine(DyingShop.WAITING + "careful");
            worker.awaitLine(DyingShop.WAITING + "charge");
            String pid = worker.awaitLine("with PID (\\d+)").group(1);
            worker.kill();
            return pid;
        }
    }

    private static JavaProcessBuilder shop(TemporalServer server, Postgres postgres) {
        return JavaProcess.of(DyingShop.class)
                .environment("TEMPORAL_ADDRESS", server.target())
                .environment("SHOP_DATABASE", postgres.url())
                .arguments(
                        // An attempt has a minute, so only the one that is killed is made again.
                        "--spring.main.sources=com.acme.checkout",
                        "--durahook.policies.checkout.initial-interval=100ms",
                        "--durahook.policies.default.initial-interval=100ms");
    }

    private static int count(DataSource database, String key) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM effects WHERE key = '" + key + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
