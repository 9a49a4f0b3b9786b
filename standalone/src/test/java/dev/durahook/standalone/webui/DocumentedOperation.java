package dev.durahook.standalone.webui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The input that docs/operations.md tells an operator to enter in the form <em>Start Workflow</em>.
 *
 * @param section the heading above it
 * @param type the workflow type
 * @param input the input
 */
record DocumentedOperation(String section, String type, String input) {

    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern HEADING = Pattern.compile("#+ (.+)");
    private static final Pattern ROW = Pattern.compile("\\| `(durahook\\.[a-z-]+)` \\| `(\\{.*})` \\|");
    private static final Pattern FIELD = Pattern.compile("\\| \\*Input\\* \\| [^`]*`(\\{.*})` \\|");
    private static final Pattern LINK = Pattern.compile("\\((http://localhost:8233/[^)]*start-workflow[^)]*)\\)");

    static List<DocumentedOperation> all() throws IOException {
        List<DocumentedOperation> all = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                all.add(new DocumentedOperation(section, row.group(1), row.group(2)));
            } else if (field.matches()) {
                // The explanation of the form, which holds for each type.
                all.add(new DocumentedOperation(section, RunbookTasks.RETRY, field.group(1)));
            }
        }
        return all;
    }

    /** The links that open the form. */
    static List<String> links() throws IOException {
        return LINK.matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return section + ": " + type + " " + input;
    }
}
