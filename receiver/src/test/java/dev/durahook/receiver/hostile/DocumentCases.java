package dev.durahook.receiver.hostile;

import static dev.durahook.receiver.hostile.HostileCase.HOST;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that cost their reader much more than their sender: compressed, JSON, XML and forms. */
final class DocumentCases {

    private static final int MUCH = 1_900_000;
    private static final String ENVELOPE =
            "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">";

    private DocumentCases() {}

    /** Documents of strangers. */
    static Stream<HostileCase> all() {
        return Stream.concat(
                Stream.concat(
                        compressed(),
                        json().entrySet().stream()
                                .map(body -> post("github", body.getKey(), "", body.getValue(), 401))),
                Stream.concat(xml(), forms()));
    }

    /** Documents in JSON by what is wrong with them. A sender who has the secret may send them too. */
    static Map<String, String> json() {
        return Map.ofEntries(
                Map.entry("two megabytes of brackets", "[".repeat(MUCH)),
                Map.entry("objects 300,000 levels deep", "{\"a\":".repeat(300_000)),
                Map.entry("arrays that end", "[".repeat(MUCH / 2) + "]".repeat(MUCH / 2)),
                Map.entry("a number of two megabytes", "{\"id\":" + "9".repeat(MUCH) + "}"),
                Map.entry("a huge exponent", "{\"id\":1e999999999,\"type\":1e-999999999}"),
                Map.entry("a number of a megabyte with an exponent", "{\"id\":" + "9".repeat(MUCH / 2) + "e999999999}"),
                Map.entry("a name of two megabytes", "{\"" + "a".repeat(MUCH) + "\":1}"),
                Map.entry("a text without end", "{\"id\":\"" + "a".repeat(MUCH)),
                Map.entry(
                        "the same name a hundred thousand times",
                        "{" + "\"id\":\"1\",".repeat(100_000) + "\"id\":\"2\"}"),
                Map.entry("45,000 names with one hash", collisions()),
                Map.entry("a name of an object's own", "{\"__proto__\":{\"id\":1},\"@class\":\"java.lang.Runtime\"}"),
                Map.entry("half of a character", "{\"id\":\"\\ud800\",\"type\":\"\\udfff\"}"),
                Map.entry("bytes that are not UTF-8", "{\"id\":\"\u00ff\u00fe\u00c0\u0080\"}"),
                Map.entry("a null byte", "{\"id\":\"a\u0000b\"}"),
                Map.entry("an escape without end", "{\"id\":\"\\u12"),
                Map.entry("a hundred thousand escapes", "{\"id\":\"" + "\\u0061".repeat(100_000) + "\"}"),
                Map.entry("blanks", " ".repeat(MUCH)),
                Map.entry("a comment", "/* a */ {\"id\":1} // b"),
                Map.entry("no number", "{\"id\":NaN,\"type\":Infinity}"),
                Map.entry("two values", "{\"id\":1}{\"id\":2}"));
    }

    private static Stream<HostileCase> compressed() {
        String bomb = gzip(" ".repeat(50_000_000));
        return Stream.concat(
                Stream.of("gzip", "deflate", "br", "zstd", "x-gzip", "compress", "GZIP", "identity, gzip", "gzip, gzip")
                        .map(coding ->
                                post("github", "a bomb as " + coding, "Content-Encoding: " + coding + "\n", bomb, 415)),
                Stream.of(
                        post("github", "a bomb that says nothing of it", "", bomb, 401),
                        post("github", "a bomb as chunks", "Transfer-Encoding: gzip, chunked\n", bomb, 400, 501),
                        post("salesforce", "a bomb in place of XML", "", bomb, 401),
                        post("github", "a coding without a name", "Content-Encoding: ,,,\n", "{}", 401)));
    }

    private static Stream<HostileCase> xml() {
        String laughs = "<!DOCTYPE a [<!ENTITY a0 \"lol\">"
                + IntStream.range(1, 12)
                        .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
                        .collect(Collectors.joining())
                + "]>" + ENVELOPE + "&a11;";
        return Map.ofEntries(
                        Map.entry("a billion laughs", laughs),
                        Map.entry("one entity many times", quadratic()),
                        Map.entry("an entity that is a file", entity("SYSTEM \"file:///etc/passwd\"")),
                        Map.entry("an entity from elsewhere", entity("SYSTEM \"http://169.254.169.254/latest\"")),
                        Map.entry(
                                "a document type from elsewhere",
                                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">" + ENVELOPE),
                        Map.entry(
                                "an inclusion",
                                ENVELOPE
                                        + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"),
                        Map.entry("elements 200,000 levels deep", "<a>".repeat(200_000)),
                        Map.entry(
                                "a hundred thousand attributes",
                                "<a "
                                        + IntStream.range(0, 100_000)
                                                .mapToObj(i -> "b" + i + "=\"\"")
                                                .collect(Collectors.joining(" "))
                                        + "/>"),
                        Map.entry("a name of two megabytes", "<" + "a".repeat(MUCH) + "/>"),
                        Map.entry("a comment without end", "<!--" + "-".repeat(MUCH)),
                        Map.entry("a text of two megabytes", ENVELOPE + "<![CDATA[" + "a".repeat(MUCH) + "]]>"),
                        Map.entry("UTF-16 by name alone", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"),
                        Map.entry("an unknown encoding", "<?xml version=\"1.0\" encoding=\"x-none\"?><a/>"))
                .entrySet()
                .stream()
                .map(body ->
                        post("salesforce", "XML: " + body.getKey(), "Content-Type: text/xml\n", body.getValue(), 401));
    }

    // Only forms are read from the body here, and only after they were verified.
    private static Stream<HostileCase> forms() {
        String type = "Content-Type: application/x-www-form-urlencoded\n";
        return List.of(
                post("slack", "a form of 200,000 fields", type, "a=b&".repeat(200_000), 401),
                post("slack", "a form of one field 200,000 times", type, "payload=x&".repeat(150_000), 401),
                post("slack", "a form with broken escapes", type, "payload=%&%zz=%f", 401),
                post("slack", "a form of null bytes", type, "%00=%00&".repeat(100_000), 401),
                post("slack", "parts without a boundary", "Content-Type: multipart/form-data\n", "--x", 401),
                post(
                        "slack",
                        "parts without end",
                        "Content-Type: multipart/form-data; boundary=x\n",
                        "--x\r\n\r\n".repeat(100_000),
                        401))
                .stream();
    }

    private static HostileCase post(String source, String name, String headers, String body, int... statuses) {
        String head = "POST /webhooks/" + source + " HTTP/1.1\n" + HOST + headers
                + (headers.startsWith("Transfer-Encoding") ? "" : "Content-Length: " + body.length() + "\n") + "\n";
        return HostileCase.unchanged(source + ": " + name, head.replace("\n", "\r\n") + body, statuses);
    }

    private static String entity(String definition) {
        return "<!DOCTYPE a [<!ENTITY x " + definition + ">]>" + ENVELOPE + "&x;</soapenv:Envelope>";
    }

    private static String quadratic() {
        return "<!DOCTYPE a [<!ENTITY x \"" + "a".repeat(100_000) + "\">]>" + ENVELOPE + "&x;".repeat(100_000);
    }

    // "Aa" and "BB" have the same hash, and so has each text that is made of them in the same length.
    private static String collisions() {
        return IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":0")))
                .limit(45_000)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
