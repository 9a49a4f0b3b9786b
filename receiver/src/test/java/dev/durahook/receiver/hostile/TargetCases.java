package dev.durahook.receiver.hostile;

import static dev.durahook.receiver.hostile.HostileCase.BODY;
import static dev.durahook.receiver.hostile.HostileCase.HOST;
import static dev.durahook.receiver.hostile.HostileCase.POST;
import static dev.durahook.receiver.hostile.HostileCase.of;
import static dev.durahook.receiver.hostile.HostileCase.unchanged;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Paths, methods and protocols that are not those of deliveries. */
final class TargetCases {

    private static final Set<String> READ = Set.of("GET", "HEAD");

    private TargetCases() {}

    static Stream<HostileCase> all() {
        return Stream.of(paths(), management(), methods(), protocols()).flatMap(cases -> cases);
    }

    // A path leads to no source, or to a declared source, which then asks for a signature.
    private static Stream<HostileCase> paths() {
        return Stream.of(
                        "/webhooks/../webhooks/github",
                        "/webhooks/./github",
                        "/webhooks/%2e%2e/webhooks/github",
                        "/webhooks/%2e/github",
                        "/webhooks/..%2fgithub",
                        "/webhooks/%2fgithub",
                        "/webhooks/%5cgithub",
                        "/webhooks\\github",
                        "/webhooks/github%00",
                        "/webhooks/github%00.json",
                        "/webhooks/github\u0000",
                        "/webhooks/github;a=b",
                        "/webhooks;a=b/github",
                        "/webhooks/;/github",
                        "/webhooks/..;/webhooks/github",
                        "/webhooks/github%3ba=b",
                        "/webhooks/%67ithub",
                        "/webhooks/%2567ithub",
                        "/webhooks/%c0%ae%c0%ae/github",
                        "/webhooks/%ff",
                        "/webhooks/%e2%80%8bgithub",
                        "/webhooks/%",
                        "/webhooks/%g1",
                        "/webhooks/%0d%0aX-Injected:%20yes",
                        "/webhooks/<script>",
                        "/webhooks/{github}",
                        "/webhooks/${jndi:ldap://127.0.0.1/a}",
                        "/webhooks/$%7bjndi:ldap://127.0.0.1/a%7d",
                        "/webhooks/GITHUB",
                        "/WEBHOOKS/github",
                        "//webhooks/github",
                        "/webhooks//github",
                        "/webhooks/github/",
                        "/webhooks/github/../../actuator/health",
                        "/webhooks/github?a[]=<script>&b=%00",
                        "/webhooks/github#fragment",
                        "/webhooks/" + "a/".repeat(2_000),
                        "/webhooks/" + "../".repeat(2_000),
                        "*",
                        "webhooks/github",
                        "/")
                .map(path -> of("POST " + shortened(path), request("POST", path), 400, 401, 404));
    }

    // Nothing but health is on the senders' port.
    private static Stream<HostileCase> management() {
        return Stream.of(
                        "/actuator",
                        "/actuator/env",
                        "/actuator/heapdump",
                        "/actuator/prometheus",
                        "/actuator/shutdown",
                        "/actuator/loggers/root",
                        "/actuator/;/env",
                        "/actuator;a/env",
                        "/actuator/health/../env",
                        "/actuator/health/..;/env",
                        "/actuator/health/%2e%2e/env",
                        "/actuator/%65nv",
                        "/ACTUATOR/env",
                        "/error",
                        "/error?trace=true",
                        "/h2-console",
                        "/WEB-INF/web.xml",
                        "/META-INF/MANIFEST.MF",
                        "/../../../../etc/passwd",
                        "/%2e%2e/%2e%2e/etc/passwd",
                        "/favicon.ico",
                        "/robots.txt",
                        "/.git/config",
                        "/.env")
                .flatMap(path -> Stream.of("GET", "POST")
                        .map(method -> of(method + " " + path, request(method, path), 400, 404, 405)));
    }

    private static Stream<HostileCase> methods() {
        return Stream.of(
                        "GET",
                        "HEAD",
                        "PUT",
                        "PATCH",
                        "DELETE",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "MKCOL",
                        "COPY",
                        "SEARCH",
                        "BREW",
                        "post",
                        "Post",
                        "POST\u0000",
                        "P{ST",
                        "POST:",
                        "GET,POST",
                        "PRI")
                .map(method -> of(
                        "method " + method,
                        request(method, "/webhooks/github"),
                        READ.contains(method) ? new int[] {405} : new int[] {400, 405, 501}));
    }

    private static Stream<HostileCase> protocols() {
        return Stream.of(
                unchanged(
                        "the preface of HTTP/2",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                        0,
                        400,
                        405,
                        505),
                of(
                        "an upgrade to HTTP/2",
                        POST + HOST
                                + "Connection: Upgrade, HTTP2-Settings\nUpgrade: h2c\nHTTP2-Settings: AAMAAABkAAQAoAAA\n"
                                + BODY,
                        401),
                unchanged("the beginning of TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", 0, 400),
                unchanged("the beginning of SSH", "SSH-2.0-OpenSSH_9.2\r\n", 0, 400),
                unchanged("mail", "EHLO localhost\r\nMAIL FROM:<a@b>\r\n", 0, 400),
                unchanged("Redis", "*1\r\n$8\r\nFLUSHALL\r\n", 0, 400),
                of("a proxy's first line", "PROXY TCP4 127.0.0.1 127.0.0.1 1 2\n" + POST + HOST + BODY, 0, 400),
                of("a request to be a proxy", "GET http://169.254.169.254/latest HTTP/1.1\n" + HOST + "\n", 400),
                of("a tunnel", "CONNECT 169.254.169.254:80 HTTP/1.1\nHost: 169.254.169.254:80\n\n", 400, 405, 501),
                unchanged("every byte", bytes(), 0, 400),
                unchanged("ten thousand null bytes", "\0".repeat(10_000), 0, 400),
                unchanged("ten thousand line feeds", "\n".repeat(10_000), 0, 400, 431));
    }

    private static String request(String method, String target) {
        return method + " " + target + " HTTP/1.1\n" + HOST + (method.equals("POST") ? BODY : "\n");
    }

    private static String bytes() {
        return IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String shortened(String path) {
        return path.length() > 60 ? path.substring(0, 60) + "…" : path;
    }
}
