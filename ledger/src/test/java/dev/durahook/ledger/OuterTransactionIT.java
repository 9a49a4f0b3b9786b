package dev.durahook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The ledger in a transaction that Spring, jOOQ or JPA began. */
class OuterTransactionIT extends LedgerFixture {

    @Test
    void outerTransactionDecides() throws SQLException {
        try (Connection connection = transaction()) {
            assertThat(ledger.once(connection, "key", MAKE).isNew()).isTrue();
            assertThat(ledger.once(connection, "key", MAKE).isNew()).isFalse();
            connection.rollback();
            assertThat(ledger.once(connection, "key", MAKE).isNew()).isTrue();
            connection.commit();
        }
        assertThat(ledger.once("key", MAKE).isNew()).isFalse();
        assertThat(effects.count("key")).isEqualTo(1);
    }

    @Test
    void failedWorkIsUndoneThoughTheOuterTransactionCommits() throws SQLException {
        try (Connection connection = transaction()) {
            Effects.make(connection, "of the caller");
            assertThatThrownBy(() -> ledger.once(connection, "key", inner -> {
                        Effects.make(inner, "key");
                        return inner.createStatement().executeUpdate("no SQL") + "";
                    }))
                    .hasRootCauseInstanceOf(SQLException.class);
            connection.commit();
        }
        assertThat(effects.count("of the caller")).isEqualTo(1);
        assertThat(effects.count("key")).isZero();
        assertThat(ledger.once("key", MAKE).isNew()).isTrue();
    }

    @Test
    void connectionThatCommitsByItselfIsRefused() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> ledger.once(connection, "key", MAKE))
                    .withMessageContaining("begin a transaction");
        }
        assertThat(effects.count("key")).isZero();
    }
}
