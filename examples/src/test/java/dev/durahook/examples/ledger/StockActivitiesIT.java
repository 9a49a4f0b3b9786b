package dev.durahook.examples.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.ledger.JdbcLedger;
import dev.durahook.testsupport.program.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class StockActivitiesIT {

    @Test
    void effectOfSpringIsMadeOnceAndUndoneWithItsKey() {
        try (Postgres postgres = Postgres.start()) {
            JdbcLedger ledger = new JdbcLedger(postgres.dataSource());
            ledger.createTable();
            JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
            jdbc.sql("CREATE TABLE stock (article text, available int CHECK (available >= 0))")
                    .update();
            jdbc.sql("INSERT INTO stock VALUES ('book', 1)").update();
            StockActivities stock = new StockActivities(postgres.dataSource(), ledger);

            assertThat(stock.reserve("shop:1", "book")).isEqualTo("reserved book");
            assertThat(stock.reserve("shop:1", "book")).isEqualTo("reserved book");
            assertThat(available(jdbc)).isZero();
            assertThatThrownBy(() -> stock.reserve("shop:2", "book")).isInstanceOf(DataAccessException.class);
            jdbc.sql("UPDATE stock SET available = 1").update();
            assertThat(stock.reserve("shop:2", "book")).isEqualTo("reserved book");
            assertThat(available(jdbc)).isZero();
        }
    }

    private static int available(JdbcClient jdbc) {
        return jdbc.sql("SELECT available FROM stock").query(Integer.class).single();
    }
}
