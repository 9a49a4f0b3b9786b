package dev.durahook.standalone.webui;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query of docs/operations.md: its text and its link.
 *
 * @param purpose what the query finds
 * @param text the query
 * @param link the address of the list with the query
 */
record DocumentedQuery(String purpose, String text, String link) {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| `([^`]+)` \\| \\[open]\\((http[^)]+)\\) \\|");
    private static final String LIST = "http://localhost:8233/namespaces/default/workflows?query=";

    static List<DocumentedQuery> all() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new DocumentedQuery(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    /** The query in the link. */
    String linked() {
        return link.startsWith(LIST)
                ? URLDecoder.decode(link.substring(LIST.length()), StandardCharsets.UTF_8)
                : "not a link to the list: " + link;
    }

    /** The query with its times in the future, so that it finds the events of a test. */
    String inTheFuture() {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT", "2999-01-01T");
    }

    @Override
    public String toString() {
        return purpose;
    }
}
