package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a request comes from. */
final class Origin {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What Tomcat leaves when it takes forwarded headers for the truth, and may have taken them away. */
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";

    private Origin() {}

    /**
     * Whether a request began on this machine, and was meant for it. What a proxy passed on began elsewhere, although the
     * proxy may run here. A page in a browser may post to a name of its own that it lets point to this machine, and then
     * the name is in the request.
     */
    static boolean isThisMachine(HttpServletRequest request) {
        HttpServletRequest sent = asSent(request);
        return FORWARDED.stream().noneMatch(name -> sent.getHeader(name) != null)
                && sent.getAttribute(REWRITTEN) == null
                && LOCAL_NAMES.contains(sent.getServerName().toLowerCase(Locale.ROOT))
                && isLoopback(sent.getRemoteAddr());
    }

    // Spring's filter puts what forwarded headers say over the request, and hides the headers.
    private static HttpServletRequest asSent(HttpServletRequest request) {
        return request instanceof HttpServletRequestWrapper wrapper
                ? asSent((HttpServletRequest) wrapper.getRequest())
                : request;
    }

    // An address is given, so nothing is looked up.
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
