package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether a request was sent from this machine. */
final class Origin {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Tomcat sets this attribute when it replaces the request's address with the one in forwarded headers, which it may
     * remove.
     */
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";

    private Origin() {}

    /**
     * Whether the request was sent by a process on this machine, directly and to a local name. A request with a proxy's
     * headers counts as remote, although the proxy may run here. The host name is checked too, since a web page can
     * send a browser on this machine to a domain that resolves to the loopback address.
     */
    static boolean isThisMachine(HttpServletRequest request) {
        HttpServletRequest sent = asSent(request);
        return FORWARDED.stream().noneMatch(name -> sent.getHeader(name) != null)
                && sent.getAttribute(REWRITTEN) == null
                && LOCAL_NAMES.contains(sent.getServerName().toLowerCase(Locale.ROOT))
                && isLoopback(sent.getRemoteAddr());
    }

    // Spring's ForwardedHeaderFilter wraps the request: the wrapper reports the forwarded address and hides the
    // headers.
    private static HttpServletRequest asSent(HttpServletRequest request) {
        return request instanceof HttpServletRequestWrapper wrapper
                ? asSent((HttpServletRequest) wrapper.getRequest())
                : request;
    }

    // The text is always an IP address here, so no name is looked up.
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
