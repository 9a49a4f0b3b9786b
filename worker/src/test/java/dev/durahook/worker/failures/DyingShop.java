package dev.durahook.worker.failures;

import com.acme.checkout.Checkout;
import dev.durahook.ledger.JdbcLedger;
import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import io.temporal.activity.Activity;
import io.temporal.spring.boot.ActivityImpl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A worker in a JVM of its own whose handlers write a row into {@code effects} and then, in a first attempt, wait to be
 * killed. One handler keeps its keys in a ledger. An activity of a workflow does the same.
 */
@Configuration(proxyBeanMethods = false)
class DyingShop {

    /** The variable that makes each attempt wait after its effect, so that a test can kill the process. */
    static final String DIES = "SHOP_DIES";

    static final String WAITING = "the effect is made but not reported: ";

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {WorkerApplication.class, DyingShop.class, Till.class}, arguments);
    }

    @Bean
    EventHandler carefree() {
        PGSimpleDataSource database = database();
        return handler("carefree", attempt -> {
            try (Connection connection = database.getConnection()) {
                return effect(connection, attempt.idempotencyKey());
            }
        });
    }

    @Bean
    EventHandler careful() {
        JdbcLedger ledger = new JdbcLedger(database());
        return handler("careful", attempt -> {
            String key = attempt.idempotencyKey();
            return ledger.once(key, connection -> effect(connection, key)).result();
        });
    }

    private static EventHandler handler(String name, Work work) {
        return new EventHandler() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> eventTypes() {
                return List.of(name + ".*");
            }

            @Override
            public String handle(EventAttempt attempt) throws Exception {
                String result = String.valueOf(work.on(attempt));
                waitToDie(name);
                return result;
            }
        };
    }

    private static void waitToDie(String name) throws InterruptedException {
        if (System.getenv(DIES) != null) {
            System.out.println(WAITING + name);
            TimeUnit.HOURS.sleep(1);
        }
    }

    /** The activities of a workflow of the team's own, whose key is the event's ID. */
    @Component
    @ActivityImpl(taskQueues = TaskQueues.DEFAULT)
    static class Till implements Checkout.Till {

        @Override
        public String charge(String event) {
            try (Connection connection = database().getConnection()) {
                String result = effect(connection, event + "/charge");
                waitToDie("charge");
                return result;
            } catch (SQLException | InterruptedException e) {
                throw Activity.wrap(e);
            }
        }

        @Override
        public String ship(String event) {
            return "shipped";
        }

        @Override
        public void mail(String event, String receipt) {}
    }

    private static String effect(Connection connection, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO effects VALUES (?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
        return "made by process " + ProcessHandle.current().pid();
    }

    private static PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getenv("SHOP_DATABASE"));
        return database;
    }
}
