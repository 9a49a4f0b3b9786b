package dev.durahook.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Runs work in a transaction and ends the transaction: with a commit, or with a rollback and the exception that caused
 * it. Public for other implementations of {@link Ledger}, such as the one for tests.
 */
public final class Transaction {

    private Transaction() {}

    /** The work to be done in the transaction. */
    @FunctionalInterface
    public interface Body<R> {
        /** Does the work. */
        R run(Connection connection) throws Exception;
    }

    /** A rollback, which may fail as well. */
    @FunctionalInterface
    private interface Undo {
        void run() throws SQLException;
    }

    /** Runs work in a transaction of its own. The connection is in auto-commit mode afterwards if it was so before. */
    public static <R> R committed(Connection connection, Body<R> body) throws Exception {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        R result = orUndone(
                () -> {
                    connection.rollback();
                    connection.setAutoCommit(autoCommit);
                },
                connection,
                inner -> {
                    R done = body.run(inner);
                    inner.commit();
                    return done;
                });
        connection.setAutoCommit(autoCommit);
        return result;
    }

    /**
     * Runs work in the caller's transaction, which the caller ends. If the work throws, it is undone, even if the caller
     * catches the exception and commits.
     *
     * @throws IllegalStateException if the connection is in auto-commit mode
     */
    public static <R> R nested(Connection connection, Body<R> body) throws Exception {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "the connection is in auto-commit mode, so the effect and its key would be committed separately:"
                            + " begin a transaction, or leave out the connection");
        }
        Savepoint before = connection.setSavepoint();
        R result = orUndone(() -> connection.rollback(before), connection, body);
        connection.releaseSavepoint(before);
        return result;
    }

    private static <R> R orUndone(Undo undo, Connection connection, Body<R> body) throws Exception {
        try {
            return body.run(connection);
        } catch (Throwable thrown) {
            try {
                undo.run();
            } catch (SQLException e) {
                thrown.addSuppressed(e);
            }
            throw thrown;
        }
    }
}
