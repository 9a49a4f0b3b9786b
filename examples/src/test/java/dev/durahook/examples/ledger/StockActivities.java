package dev.durahook.examples.ledger;

import dev.durahook.ledger.JdbcLedger;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Reserves the items of an order in the stock. */
final class StockActivities {

    private final DataSource dataSource;
    private final JdbcLedger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StockActivities(DataSource dataSource, JdbcLedger ledger) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    String reserve(String eventId, String article) {
        return transaction.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            return ledger.once(connection, eventId + "/reserve", same -> {
                        jdbc.sql("UPDATE stock SET available = available - 1 WHERE article = ?")
                                .param(article)
                                .update();
                        return "reserved " + article;
                    })
                    .result();
        });
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        while (ledger.deleteExpired(1_000) == 1_000) {
            // Another batch of expired entries may be left.
        }
    }
}
