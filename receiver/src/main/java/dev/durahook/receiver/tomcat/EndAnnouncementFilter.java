package dev.durahook.receiver.tomcat;

import dev.durahook.receiver.http.exchange.Connection;
import dev.durahook.receiver.http.exchange.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Adds {@code Connection: close} to an answer that the application around the receiver sends before the body of the request
 * has arrived. {@link RefusalValve} closes such a connection, and can't announce it itself once the answer is flushed. A proxy
 * that is not told might send a delivery on the connection while it is being closed.
 */
final class EndAnnouncementFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean mayEnd = RefusalValve.closesUnread(request);
        chain.doFilter(request, mayEnd ? new AnnouncingResponse(request, response) : response);
    }

    /** Adds the header as soon as the application is about to send something. */
    private static final class AnnouncingResponse extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final UnreadBody body;

        AnnouncingResponse(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.body = ((TomcatConnection) request.getAttribute(Connection.ATTRIBUTE)).unread();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            announceEnd();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            announceEnd();
            return super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            announceEnd();
            super.flushBuffer();
        }

        // Tomcat ignores headers of an answer that is sent already.
        private void announceEnd() {
            if (!body.hasArrived()) {
                Exchange.announceEnd(request.getProtocol(), this::setHeader);
            }
        }
    }
}
