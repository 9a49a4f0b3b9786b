package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.exchange.Connection;
import dev.durahook.receiver.http.refusal.AnsweredPaths;
import dev.durahook.receiver.http.refusal.Refusals;
import dev.durahook.receiver.http.refusal.ServerProblem;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers requests that Tomcat refused before any filter or servlet ran. Tomcat and Spring Boot would answer with an
 * HTML page.
 */
final class RefusalValve extends ValveBase {

    /** Each read discards some 8 kB. */
    private static final int MOST_READS = 16;

    private final Refusals refusals;
    private final AnsweredPaths ours;
    private final String contextPath;

    /**
     * A valve for the whole server.
     *
     * @param ours the paths for which the receiver answers refused requests
     * @param contextPath the prefix of all paths of the application
     */
    RefusalValve(Refusals refusals, AnsweredPaths ours, String contextPath) {
        super(true);
        this.refusals = refusals;
        this.ours = ours;
        this.contextPath = contextPath;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        TomcatConnection connection = new TomcatConnection(request);
        if (response.isErrorReportRequired() && !request.isAsync() && ours.contain(path(request))) {
            refuse(request, response, connection);
        } else {
            request.setAttribute(Connection.ATTRIBUTE, connection);
            getNext().invoke(request, response);
        }
    }

    private void refuse(Request request, Response response, TomcatConnection connection) throws IOException {
        ServerProblem problem = TomcatRefusal.problem(request, response.getStatus());
        connection.reopen();
        response.setHeader("Connection", "close");
        refusals.send(response, problem);
        response.flushBuffer();
        discardArrived(connection);
        connection.hangUp();
    }

    // If a connection is closed while unread bytes are left, it is reset before the sender can read the response.
    private static void discardArrived(TomcatConnection connection) throws IOException {
        for (int i = 0; i < MOST_READS && connection.canDiscard(); i++) {
            if (connection.discard() < 1) {
                return;
            }
        }
    }

    private String path(Request request) {
        String path = request.getCoyoteRequest().requestURI().toString();
        return path == null || !path.startsWith(contextPath) ? "" : path.substring(contextPath.length());
    }
}
