package dev.durahook.examples.ledger;

import dev.durahook.ledger.JdbcLedger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger, in the application's database. */
@Configuration
class LedgerConfiguration {

    @Bean
    JdbcLedger ledger(DataSource dataSource) {
        JdbcLedger ledger = new JdbcLedger(dataSource);
        ledger.createTable();
        return ledger;
    }
}
