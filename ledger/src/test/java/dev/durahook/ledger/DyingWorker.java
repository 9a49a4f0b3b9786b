package dev.durahook.ledger;

import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the effect {@code key} and stops at the place where a test kills the process. The arguments are the database
 * and the place.
 */
final class DyingWorker {

    static final String BEFORE_COMMIT = "made, not committed";
    static final String AFTER_COMMIT = "committed, not reported";

    private DyingWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        new JdbcLedger(dataSource).once("key", connection -> {
            Effects.make(connection, "key");
            stopIf(BEFORE_COMMIT.equals(arguments[1]), BEFORE_COMMIT);
            return "made by the first";
        });
        stopIf(AFTER_COMMIT.equals(arguments[1]), AFTER_COMMIT);
    }

    private static void stopIf(boolean here, String what) throws InterruptedException {
        if (here) {
            System.out.println(what);
            TimeUnit.HOURS.sleep(1);
        }
    }
}
