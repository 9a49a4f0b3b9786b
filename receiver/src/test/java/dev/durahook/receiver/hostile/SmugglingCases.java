package dev.durahook.receiver.hostile;

import static dev.durahook.receiver.hostile.HostileCase.BODY;
import static dev.durahook.receiver.hostile.HostileCase.HOST;
import static dev.durahook.receiver.hostile.HostileCase.POST;
import static dev.durahook.receiver.hostile.HostileCase.SMUGGLED;
import static dev.durahook.receiver.hostile.HostileCase.length;

import java.util.List;
import java.util.stream.Stream;

/**
 * Requests whose end a proxy in front may see elsewhere than the receiver. Each has a genuine delivery behind or inside,
 * which must not be taken for a request of its own.
 */
final class SmugglingCases {

    private static final String CHUNKED = "Transfer-Encoding: chunked\n";

    private SmugglingCases() {}

    static Stream<HostileCase> all() {
        return Stream.of(bothLengths(), lengths(), codings(), lines(), unread()).flatMap(List::stream);
    }

    // A server may read the chunks if it closes the connection behind them.
    private static List<HostileCase> bothLengths() {
        return List.of(
                of("a length, then chunks", "Content-Length: 4\n" + CHUNKED + "\n0\n\n" + SMUGGLED, 400, 401),
                of("chunks, then a length", CHUNKED + "Content-Length: 4\n\n0\n\n" + SMUGGLED, 400, 401),
                of(
                        "a length over the smuggled request",
                        CHUNKED + "Content-Length: " + (5 + length(SMUGGLED)) + "\n\n0\n\n" + SMUGGLED,
                        400,
                        401),
                of(
                        "a tab before chunked",
                        "Content-Length: 4\nTransfer-Encoding:\tchunked\n\n0\n\n" + SMUGGLED,
                        400,
                        401),
                old("chunks in HTTP/1.0", CHUNKED + "\n0\n\n" + SMUGGLED, 400, 401, 501),
                old("both in HTTP/1.0", "Content-Length: 4\n" + CHUNKED + "\n0\n\n" + SMUGGLED, 400, 401, 501));
    }

    private static List<HostileCase> lengths() {
        return Stream.of(
                        "Content-Length: 0\nContent-Length: %d",
                        "Content-Length: %d\nContent-Length: 0",
                        "Content-Length: %d\nContent-Length: %d",
                        "Content-Length: 0, %d",
                        "Content-Length: %d,",
                        "Content-Length: +%d",
                        "Content-Length: -%d",
                        "Content-Length: 0x%x",
                        "Content-Length: %d %d",
                        "Content-Length: %d.0",
                        "Content-Length: 1e2",
                        "Content-Length: 99999999999999999999",
                        "Content-Length: \u00b2",
                        "Content-Length: ",
                        "Content-Length : %d",
                        "Content-Length\t: %d",
                        "Content-Length\u0000: %d")
                .map(line -> of(
                        line.isBlank() ? "no length" : line,
                        line.formatted(length(SMUGGLED), length(SMUGGLED)) + "\n\n" + SMUGGLED,
                        400))
                .toList();
    }

    private static List<HostileCase> codings() {
        return Stream.of(
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding: chunked, identity",
                        "Transfer-Encoding: identity, chunked",
                        "Transfer-Encoding: chunked, chunked",
                        "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
                        "Transfer-Encoding: chunked\nTransfer-Encoding: identity",
                        "Transfer-Encoding: identity\nTransfer-Encoding: chunked",
                        "Transfer-Encoding: gzip, chunked",
                        "Transfer-Encoding: \"chunked\"",
                        "Transfer-Encoding: chunked;q=1",
                        "Transfer-Encoding: ch\u00fcnked",
                        "Transfer-Encoding: chunked\u0000",
                        "Transfer-Encoding: chunked\u000b",
                        "Transfer-Encoding: \u000bchunked",
                        "Transfer-Encoding : chunked",
                        "Transfer-Encoding\u0000: chunked",
                        "X: y\rTransfer-Encoding: chunked")
                .map(line -> of(line, line + "\n\n0\n\n" + SMUGGLED, 400, 501))
                .toList();
    }

    private static List<HostileCase> lines() {
        int length = 5 + length(SMUGGLED);
        return List.of(
                of(
                        "a folded line that names chunks",
                        "X: y\n Transfer-Encoding: chunked\nContent-Length: " + length + "\n\n0\n\n" + SMUGGLED,
                        400,
                        401),
                of("a length in a folded line", "Content-Length:\n 4\nConnection: close\n\n{}{}" + SMUGGLED, 400, 401),
                of(
                        "a name with an underscore",
                        "Transfer_Encoding: chunked\nContent-Length: " + length + "\n\n0\n\n" + SMUGGLED,
                        400,
                        401),
                of("a chunk that is longer than it says", CHUNKED + "\n2\n{}{}\n0\n\n" + SMUGGLED, 400),
                of("a chunk's length that overflows", CHUNKED + "\n10000000000000002\n{}\n0\n\n" + SMUGGLED, 400),
                of("a negative chunk", CHUNKED + "\n-2\n{}\n0\n\n" + SMUGGLED, 400),
                of("a chunk's length with a sign", CHUNKED + "\n+2\n{}\n0\n\n" + SMUGGLED, 400),
                of("a chunk's length in C", CHUNKED + "\n0x2\n{}\n0\n\n" + SMUGGLED, 400),
                of("a chunk without a length", CHUNKED + "\n\n{}\n0\n\n" + SMUGGLED, 400),
                raw("a bare line feed behind a chunk's length", "2\n{}\r\n0\r\n\r\n"),
                raw("a bare line feed in a chunk's extension", "2;a\nb\r\n{}\r\n0\r\n\r\n"),
                raw("a bare line feed behind a chunk", "2\r\n{}\n0\r\n\r\n"),
                raw("a bare line feed behind the last chunk", "2\r\n{}\r\n0\n\r\n"),
                raw("a bare carriage return behind a chunk's length", "2\r{}\r\n0\r\n\r\n"));
    }

    /** The body is not wanted, but is not a request either. */
    private static List<HostileCase> unread() {
        String hidden = "Content-Length: " + length(SMUGGLED) + "\n\n" + SMUGGLED;
        return List.of(
                HostileCase.of("inside the body for an unknown source", line("POST", "/webhooks/nobody") + hidden, 404),
                HostileCase.of("inside the body for another path", line("POST", "/elsewhere") + hidden, 404),
                HostileCase.of("inside the body of a GET", line("GET", "/webhooks/github") + hidden, 405),
                HostileCase.of("inside the body of a HEAD", line("HEAD", "/webhooks/github") + hidden, 405),
                HostileCase.of("inside the body of a TRACE", line("TRACE", "/webhooks/github") + hidden, 400, 405),
                HostileCase.of("inside the body of a CONNECT", line("CONNECT", "localhost:1") + hidden, 400, 501),
                of("inside a compressed body", "Content-Encoding: gzip\n" + hidden, 415),
                of("inside a body for a bad host", "Host: a b\n" + hidden, 400),
                of("inside the body of an upgrade", "Connection: Upgrade\nUpgrade: h2c\n" + hidden, 400, 401),
                of("behind an answer that closes", "Connection: close\n" + BODY + SMUGGLED, 401));
    }

    private static HostileCase of(String name, String rest, int... statuses) {
        return HostileCase.of(name, POST + HOST + rest, statuses);
    }

    private static HostileCase old(String name, String rest, int... statuses) {
        return HostileCase.of(name, "POST /webhooks/github HTTP/1.0\nConnection: keep-alive\n" + HOST + rest, statuses);
    }

    private static HostileCase raw(String name, String chunks) {
        String head = (POST + HOST + CHUNKED + "\n").replace("\n", "\r\n");
        return HostileCase.unchanged(name, head + chunks + SMUGGLED.replace("\n", "\r\n"), 400);
    }

    private static String line(String method, String target) {
        return method + " " + target + " HTTP/1.1\n" + HOST;
    }
}
