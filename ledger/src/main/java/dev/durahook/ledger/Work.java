package dev.durahook.ledger;

import java.sql.Connection;

/** The code that makes an effect in a database. */
@FunctionalInterface
public interface Work {

    /**
     * Makes the effect through this connection only: changes made in another way are not undone if the work fails.
     *
     * @param connection a connection whose transaction the ledger or its caller ends; the work must not commit or roll
     *     back the transaction, and must not close the connection
     * @return a short text, such as a sentence or an order's number, that a later attempt gets as well; empty if there
     *     is nothing to report; the character 0, which PostgreSQL can't store, becomes the character U+FFFD
     */
    String run(Connection connection) throws Exception;
}
