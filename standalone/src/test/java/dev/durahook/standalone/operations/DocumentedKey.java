package dev.durahook.standalone.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key in a table of docs/operations.md.
 *
 * @param name the key's whole name, such as {@code durahook.sources.<name>.scheme}
 * @param defaultValue the default as the table writes it; between backticks if it is a value
 * @param meaning the table's description
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

    /** The value between the backticks; empty if the table has words or nothing there. */
    String value() {
        Matcher code = CODE.matcher(defaultValue);
        return code.matches() ? code.group(1) : "";
    }
}
