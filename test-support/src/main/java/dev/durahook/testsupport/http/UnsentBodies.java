package dev.durahook.testsupport.http;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Requests of every kind that announce a body but never send it all. A server that answers such a request has not
 * waited for the body, so the server neither holds the body in memory nor has written it to disk.
 */
public final class UnsentBodies {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND");

    private static final List<String> MEDIA_TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=UTF-8",
            "multipart/form-data; boundary=x",
            "multipart/mixed; boundary=x",
            "application/json",
            "text/plain");

    private static final List<String> LENGTHS =
            List.of("Content-Length: 1500000", "Content-Length: 99999999999", "Transfer-Encoding: chunked");

    private UnsentBodies() {}

    /** All requests for a path, each with the first bytes of its body. */
    public static List<String> every(String path) {
        return METHODS.stream()
                .flatMap(method -> MEDIA_TYPES.stream()
                        .flatMap(type -> LENGTHS.stream().map(length -> request(method, path, type, length))))
                .toList();
    }

    /** A sixth of the requests for a path, which have each method with each length, and each media type with each length. */
    public static List<String> to(String path) {
        return IntStream.range(0, METHODS.size() * LENGTHS.size())
                .mapToObj(i -> {
                    int method = i / LENGTHS.size();
                    int length = i % LENGTHS.size();
                    String mediaType = MEDIA_TYPES.get((method + 2 * length) % MEDIA_TYPES.size());
                    return request(METHODS.get(method), path, mediaType, LENGTHS.get(length));
                })
                .toList();
    }

    private static String request(String method, String path, String mediaType, String length) {
        return method + " " + path + " HTTP/1.1\nHost: localhost\nContent-Type: " + mediaType + "\n" + length + "\n\n"
                + (length.startsWith("Transfer") ? "4\n" : "") + "a=1&";
    }
}
