package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.refusal.ServerProblem;
import jakarta.servlet.RequestDispatcher;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;

/** Finds out why Tomcat refused a request. */
final class TomcatRefusal {

    private TomcatRefusal() {}

    /** The problem for the status that Tomcat chose, or {@code HEADERS_TOO_LARGE} if Tomcat's exception says so. */
    static ServerProblem problem(Request request, int status) {
        return isForTooManyHeaders(request) ? ServerProblem.HEADERS_TOO_LARGE : ServerProblem.of(status);
    }

    // Tomcat reports too many or too large headers with a general status and exception, so only the message tells.
    private static boolean isForTooManyHeaders(Request request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof RuntimeException refusal
                && (Objects.equals(refusal.getMessage(), tooLarge())
                        || Objects.equals(refusal.getMessage(), tooMany(request)));
    }

    private static String tooLarge() {
        return StringManager.getManager(AbstractHttp11Protocol.class).getString("iib.requestheadertoolarge.error");
    }

    private static String tooMany(Request request) {
        Object limit = request.getConnector().getProperty("maxHeaderCount");
        return StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", limit);
    }
}
