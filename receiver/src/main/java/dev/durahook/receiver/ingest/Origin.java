package dev.durahook.receiver.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a request comes from. */
final class Origin {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private Origin() {}

    /** Whether a request began on this machine. What a proxy passed on did not, although the proxy may run here. */
    static boolean isThisMachine(HttpServletRequest request) {
        return FORWARDED.stream().noneMatch(name -> request.getHeader(name) != null)
                && isLoopback(request.getRemoteAddr());
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
