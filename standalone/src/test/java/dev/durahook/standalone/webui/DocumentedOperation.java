package dev.durahook.standalone.webui;

import dev.durahook.workflows.operations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What docs/operations.md says to enter in the form <em>Start Workflow</em>.
 *
 * @param type the workflow type
 * @param input the input
 */
record DocumentedOperation(String type, String input) {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern ROW = Pattern.compile("\\| `(durahook\\.[a-z-]+)` \\| `(\\{.*})` \\|");
    private static final Pattern LINK = Pattern.compile("\\((http://localhost:8233/[^)]*start-workflow[^)]*)\\)");

    static List<DocumentedOperation> all() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new DocumentedOperation(row.group(1), row.group(2)))
                .toList();
    }

    /** The links that open the form. */
    static List<String> links() throws IOException {
        return LINK.matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    Operation operation() {
        return Operation.of(type).orElseThrow();
    }
}
