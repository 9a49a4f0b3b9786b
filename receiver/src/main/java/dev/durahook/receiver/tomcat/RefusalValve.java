package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.exchange.Connection;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.http.refusal.AnsweredPaths;
import dev.durahook.receiver.http.refusal.Refusals;
import dev.durahook.receiver.http.refusal.ServerProblem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers requests that Tomcat refused before any filter or servlet ran, with a problem instead of an HTML page, and hangs
 * up on requests that were answered before their bodies were read.
 */
final class RefusalValve extends ValveBase {

    /** The attribute of a request that has come here: whether the receiver answers it. */
    private static final String OURS = RefusalValve.class.getName();

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

    /** Whether the request has come to this valve. Tomcat answers some requests before that. */
    static boolean hasSeen(org.apache.coyote.Request request) {
        return request.getAttribute(OURS) != null;
    }

    /** Whether this valve closes the connection if the request is answered before its body was read. */
    static boolean closesUnread(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(OURS));
    }

    /** Whether the request has come to this valve and is not for the receiver, but for the application around it. */
    static boolean isForApplication(org.apache.coyote.Request request) {
        return Boolean.FALSE.equals(request.getAttribute(OURS));
    }

    /**
     * {@inheritDoc}
     *
     * <p>On a connector with another protocol, a body of unknown length is not read in the background: {@link
     * ReceiverProcessor} is missing, which keeps Tomcat from reading the bytes behind such a body as a new request.
     */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        TomcatConnection connection = new TomcatConnection(request);
        boolean isOurs = ours.contain(path(request));
        request.getCoyoteRequest().setAttribute(OURS, isOurs);
        if (isOurs && response.isErrorReportRequired() && !request.isAsync()) {
            refuse(request, response, connection);
            return;
        }
        request.setAttribute(Connection.ATTRIBUTE, connection);
        if (isOurs
                && request.getContentLengthLong() < 0
                && !connection.unread().isEmpty()
                && !ConnectorLimits.protects(request.getConnector())) {
            request.setAsyncSupported(false);
        }
        if (isOurs) {
            AcceptedLanguages.read(request);
        }
        getNext().invoke(request, response);
        if (isOurs && !request.isAsync()) {
            leaveUnread(response, connection);
        }
    }

    // A filter, a servlet or an error page may answer without a look at the body. Tomcat would wait for the whole rest
    // of the body then, with a thread, and for as long as a byte comes now and then.
    private static void leaveUnread(Response response, TomcatConnection connection) {
        if (connection.unread().giveUp(response.getCoyoteResponse())) {
            connection.hangUp();
        }
    }

    private void refuse(Request request, Response response, TomcatConnection connection) throws IOException {
        ServerProblem problem = TomcatRefusal.problem(request, response.getStatus());
        connection.reopen();
        Exchange.announceEnd(request.getProtocol(), response::setHeader);
        refusals.send(response, problem);
        response.flushBuffer();
        connection.unread().discardArrived();
        connection.hangUp();
    }

    private String path(Request request) {
        String path = request.getCoyoteRequest().requestURI().toString();
        return path == null || !path.startsWith(contextPath) ? "" : path.substring(contextPath.length());
    }
}
