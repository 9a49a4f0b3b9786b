package dev.durahook.receiver.hostile;

import static dev.durahook.receiver.hostile.HostileCase.BODY;
import static dev.durahook.receiver.hostile.HostileCase.HOST;
import static dev.durahook.receiver.hostile.HostileCase.POST;
import static dev.durahook.receiver.hostile.HostileCase.SMUGGLED;
import static dev.durahook.receiver.hostile.HostileCase.length;
import static dev.durahook.receiver.hostile.HostileCase.of;
import static dev.durahook.receiver.hostile.HostileCase.unchanged;

import dev.durahook.receiver.Sender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Request lines, headers, chunks and trailers that are malformed, too large, or meant to be seen by one of two readers. */
final class HeaderCases {

    private static final String CHUNKED = "Transfer-Encoding: chunked\n\n";
    private static final String SIGNATURE = signature("{}");

    private HeaderCases() {}

    static Stream<HostileCase> all() {
        return Stream.of(requestLines(), headers(), sizes(), hosts(), chunks(), trailers())
                .flatMap(List::stream);
    }

    private static List<HostileCase> requestLines() {
        return List.of(
                of("no version", "POST /webhooks/github\n" + HOST + BODY, 0, 400),
                of("an unknown version", "POST /webhooks/github HTTP/1.2\n" + HOST + BODY, 400, 401, 505),
                of("a far version", "POST /webhooks/github HTTP/9.9\n" + HOST + BODY, 400, 505),
                of("a version in small letters", "POST /webhooks/github http/1.1\n" + HOST + BODY, 400, 505),
                of("two spaces", "POST  /webhooks/github  HTTP/1.1\n" + HOST + BODY, 400, 401),
                of("tabs", "POST\t/webhooks/github\tHTTP/1.1\n" + HOST + BODY, 400, 401),
                of("a space before the method", " POST /webhooks/github HTTP/1.1\n" + HOST + BODY, 400),
                of("a space in the path", "POST /webhooks/git hub HTTP/1.1\n" + HOST + BODY, 400),
                of("no path", "POST HTTP/1.1\n" + HOST + BODY, 0, 400),
                of("two spaces and no path", "POST  HTTP/1.1\n" + HOST + BODY, 0, 400),
                of("nothing but blank lines", "\n\n\n\n", 0, 400),
                of("another request line", POST + POST + HOST + BODY, 400),
                unchanged("bare line feeds", POST + HOST + BODY, 400, 401),
                unchanged("bare carriage returns", (POST + HOST + BODY).replace('\n', '\r'), 0, 400));
    }

    private static List<HostileCase> headers() {
        return List.of(
                header("no colon", "Nonsense", 400),
                header("no name", ": value", 400),
                header("a space in the name", "X Y: z", 400),
                header("a quotation mark in the name", "X\"Y: z", 400),
                header("a byte over 127 in the name", "X\u00e4: z", 400),
                header("a null byte in the value", "X: a\u0000b", 400),
                header("a bell in the value", "X: a\u0007b", 400),
                header("a bare carriage return in the value", "X: a\rX-GitHub-Event: push", 400),
                header("a delete in the name", "X\u007f: z", 400),
                of("a folded first line", POST + " Host: localhost\n" + BODY, 400),
                header("a folded line", "X: a\n  b", 400, 401),
                header(
                        "a signature in a folded line",
                        "X-Hub-Signature-256:\n " + "sha256=" + "0".repeat(64),
                        400,
                        401),
                header("a hop that names the signature", "Connection: X-Hub-Signature-256\n" + signature("[]"), 401),
                header("a signature of another body", signature("[]"), 401),
                header("two signatures", SIGNATURE + "\n" + SIGNATURE, 401),
                header("an underscore for a hyphen", SIGNATURE.replace('-', '_'), 401),
                header("another way to the address", "X-Forwarded-For: 127.0.0.1\nX-Original-URL: /actuator/env", 401),
                header("another method", "X-HTTP-Method-Override: DELETE", 401),
                header("an expectation", "Expect: 200-ok", 417),
                header("an upgrade to a WebSocket", "Connection: Upgrade\nUpgrade: websocket", 401),
                header("ranges", "Range: bytes=0-,0-,0-,0-", 401),
                header("a cookie without end", "Cookie: a=\"", 401, 400),
                header("a malformed media type", "Content-Type: ;;;;\u00ff/", 401, 400),
                header(
                        "a boundary without end",
                        "Content-Type: multipart/form-data; boundary=" + "x".repeat(8_000),
                        401));
    }

    private static List<HostileCase> sizes() {
        return List.of(
                header("a header of 40 kB", "X: " + "x".repeat(40_000), 431),
                header("a header of 1 MB", "X: " + "x".repeat(1_000_000), 431, 0),
                header("a name of 40 kB", "x".repeat(40_000) + ": y", 431),
                header("ten thousand headers", "X: y\n".repeat(9_999) + "X: y", 431, 0),
                header("a thousand signatures", (SIGNATURE + "\n").repeat(300).strip(), 431),
                header(
                        "a list of ten thousand signatures",
                        "X-Hub-Signature-256: " + "sha256=0,".repeat(3_000),
                        401,
                        431),
                of("a path of 1 MB", "POST /" + "a".repeat(1_000_000) + " HTTP/1.1\n" + HOST + BODY, 431, 0),
                of(
                        "a query of 40 kB",
                        "POST /webhooks/github?" + "a=b&".repeat(10_000) + " HTTP/1.1\n" + HOST + BODY,
                        431),
                of("a method of 40 kB", "P".repeat(40_000) + " / HTTP/1.1\n" + HOST + BODY, 400, 431, 501));
    }

    private static List<HostileCase> hosts() {
        return List.of(
                of("no host", POST + BODY, 400),
                of("two hosts", POST + HOST + HOST + BODY, 400),
                of("a list of hosts", POST + "Host: a, b\n" + BODY, 400),
                of("a host with a path", POST + "Host: localhost/webhooks\n" + BODY, 400),
                of("a host with a user", POST + "Host: a@localhost\n" + BODY, 400),
                of("a host that is markup", POST + "Host: <script>\n" + BODY, 400),
                of("a port above 65535", POST + "Host: localhost:99999\n" + BODY, 400, 401),
                of("a host in the target", "POST http://elsewhere/webhooks/github HTTP/1.1\n" + HOST + BODY, 400),
                of(
                        "this machine in the target alone",
                        "POST http://localhost/webhook HTTP/1.1\nHost: elsewhere\n" + BODY,
                        400),
                of(
                        "another host for a source of this machine",
                        "POST /webhook HTTP/1.1\nHost: elsewhere\n" + BODY,
                        401),
                of(
                        "a proxied request for a source of this machine",
                        "POST /webhook HTTP/1.1\n" + HOST + "X-Forwarded-For: 203.0.113.7\n" + BODY,
                        401));
    }

    private static List<HostileCase> chunks() {
        return List.of(
                chunked("a chunk extension of 1 MB", "2;a=" + "b".repeat(1_000_000) + "\n{}\n0\n\n", 400, 0),
                chunked("a chunk extension", "2;a=b;c=\"d\"\n{}\n0;e\n\n", 400, 401),
                chunked("a length of 1 MB of zeros", "0".repeat(1_000_000) + "2\n{}\n0\n\n", 400, 0),
                chunked("no last chunk", "2\n{}\n", 400, 0),
                chunked("half a chunk", "400\n{}", 400, 0),
                chunked("a chunk of 2 GB", "7fffffff\n{}", 400, 413, 0),
                chunked("a chunk of nonsense", "zz\n{}\n0\n\n", 400),
                chunked("a hundred thousand chunks of a byte", "1\n \n".repeat(100_000) + "0\n\n", 401),
                chunked(
                        "three megabytes in chunks",
                        ("10000\n" + " ".repeat(65_536) + "\n").repeat(48) + "0\n\n",
                        413,
                        0));
    }

    private static List<HostileCase> trailers() {
        return List.of(
                chunked("a signature in a trailer", "2\n{}\n0\n" + SIGNATURE + "\n\n", 401, 400),
                chunked("a length in a trailer", "2\n{}\n0\nContent-Length: " + length(SMUGGLED) + "\n\n", 401, 400),
                chunked("a trailer of 100 kB", "2\n{}\n0\nX: " + "x".repeat(100_000) + "\n\n", 400, 431, 0),
                chunked("ten thousand trailers", "2\n{}\n0\n" + "X: y\n".repeat(10_000) + "\n", 400, 431, 0),
                chunked("a malformed trailer", "2\n{}\n0\nnonsense\n\n", 400, 401));
    }

    private static HostileCase header(String name, String header, int... statuses) {
        return of(name, POST + HOST + header + "\n" + BODY, statuses);
    }

    private static HostileCase chunked(String name, String chunks, int... statuses) {
        return of(name, POST + HOST + CHUNKED + chunks, statuses);
    }

    /** The header of a genuine signature. */
    private static String signature(String body) {
        return Sender.head("any", body.getBytes(StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.startsWith("X-Hub-Signature"))
                .findFirst()
                .orElseThrow();
    }
}
