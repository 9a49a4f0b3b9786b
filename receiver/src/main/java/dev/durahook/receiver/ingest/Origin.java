package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a request was sent from this machine. */
final class Origin {

    /** In small letters: headers that proxies add, besides those that begin with {@link #FORWARDED}. */
    private static final Set<String> OF_PROXIES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-envoy-external-address",
            "x-original-forwarded-for",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip");

    private static final String FORWARDED = "x-forwarded-";

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern LOCAL_PAGE = Pattern.compile("https?://([^/:@]+|\\[::1])(?::\\d+)?");

    /**
     * Tomcat sets this attribute when it replaces the request's address with the one in forwarded headers, which it may
     * remove.
     */
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";

    private Origin() {}

    /**
     * Whether the request was sent by a process on this machine, directly and to a local name. A request with a proxy's
     * headers counts as remote, although the proxy may run here, and so does a request that a browser sends for the page
     * of another machine. The host name is checked too, since such a page can name a domain that resolves to the loopback
     * address.
     */
    static boolean isThisMachine(HttpServletRequest request) {
        HttpServletRequest sent = asSent(request);
        return Collections.list(sent.getHeaderNames()).stream().noneMatch(Origin::isOfProxy)
                && !isOfForeignPage(sent)
                && sent.getAttribute(REWRITTEN) == null
                && LOCAL_NAMES.contains(sent.getServerName().toLowerCase(Locale.ROOT))
                && isLoopback(sent.getRemoteAddr());
    }

    private static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith(FORWARDED) || OF_PROXIES.contains(name);
    }

    // A page may send a POST of text or of a form anywhere, without asking first. The browser then names the page's
    // origin, or null. With a GET it sends at least the other header. Programs that are not browsers send neither.
    private static boolean isOfForeignPage(HttpServletRequest sent) {
        List<String> origins = Collections.list(sent.getHeaders("Origin"));
        return origins.isEmpty()
                ? "cross-site".equalsIgnoreCase(sent.getHeader("Sec-Fetch-Site"))
                : !origins.stream().allMatch(Origin::isLocalPage);
    }

    private static boolean isLocalPage(String origin) {
        Matcher page = LOCAL_PAGE.matcher(origin.toLowerCase(Locale.ROOT));
        return page.matches() && LOCAL_NAMES.contains(page.group(1));
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
