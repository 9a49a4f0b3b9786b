package dev.durahook.standalone.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key in a table of docs/operations.md.
 *
 * @param name its whole name, such as {@code durahook.sources.<name>.scheme}
 * @param defaultValue the table's words on its default; between backticks where it is a value
 * @param meaning the table's words on it
 */
record DocumentedKey(String name, String defaultValue, String meaning) {

    private static final Pattern HEADING = Pattern.compile("\\| key(?: under `([^`]+)`)? \\| default \\|.*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static List<DocumentedKey> in(List<String> lines) {
        List<DocumentedKey> keys = new ArrayList<>();
        String prefix = null;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                prefix = heading.group(1) == null ? "" : heading.group(1) + ".";
            } else if (!line.startsWith("|")) {
                prefix = null;
            } else if (prefix != null && !line.startsWith("|--")) {
                keys.addAll(row(prefix, line));
            }
        }
        return keys;
    }

    private static List<DocumentedKey> row(String prefix, String line) {
        String[] cells = line.split("\\|", -1);
        return CODE.matcher(cells[1])
                .results()
                .map(key -> new DocumentedKey(prefix + key.group(1), cells[2].strip(), cells[3].strip()))
                .toList();
    }

    /** The value between the backticks, or nothing where the table has words or nothing at all. */
    String value() {
        Matcher code = CODE.matcher(defaultValue);
        return code.matches() ? code.group(1) : "";
    }
}
