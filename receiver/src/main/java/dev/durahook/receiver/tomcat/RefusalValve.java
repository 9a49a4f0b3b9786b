package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.AnsweredPaths;
import dev.durahook.receiver.http.Connection;
import dev.durahook.receiver.http.Refusals;
import dev.durahook.receiver.http.ServerProblem;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers what Tomcat refuses by itself, before any filter or servlet: Tomcat and Spring Boot would answer with a page.
 */
final class RefusalValve extends ValveBase {

    /** Of some 8 kB each. */
    private static final int MOST_READS = 16;

    private final Refusals refusals;
    private final AnsweredPaths ours;
    private final String contextPath;

    /**
     * One of a server.
     *
     * @param ours which paths' refusals are ours
     * @param contextPath what stands in front of the application's paths
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
        ServerProblem problem = Refused.problem(request, response.getStatus());
        connection.reopen();
        response.setHeader("Connection", "close");
        refusals.send(response, problem);
        response.flushBuffer();
        discardWhatIsThere(connection);
        connection.hangUp();
    }

    // A connection that is closed with something unread in it is reset, before the answer can be read.
    private static void discardWhatIsThere(TomcatConnection connection) throws IOException {
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
