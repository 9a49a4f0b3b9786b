package dev.durahook.workflows.ledger;

import java.sql.Connection;

/** An effect in a database. */
@FunctionalInterface
public interface Work {

    /**
     * Makes the effect through the connection and nothing else: what goes another way is not undone with it.
     *
     * @param connection with a transaction that the ledger or its caller ends; not to be committed, rolled back or
     *     closed here
     * @return a short text, such as a sentence or an order's number, that a later attempt gets as well; the empty one
     *     if there is nothing to tell
     */
    String run(Connection connection) throws Exception;
}
