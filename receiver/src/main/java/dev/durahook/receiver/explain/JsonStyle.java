package dev.durahook.receiver.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to format JSON, as used by popular libraries.
 *
 * @param name a description
 * @param indent spaces for each level; 0 for a single line
 * @param comma separates elements
 * @param colon separates name and value
 * @param isSorted whether names are sorted
 * @param isAscii whether other characters than ASCII are escaped
 * @param escapesSlashes whether slashes are escaped, as PHP does
 */
record JsonStyle(
        String name,
        int indent,
        String comma,
        String colon,
        boolean isSorted,
        boolean isAscii,
        boolean escapesSlashes) {

    static List<JsonStyle> all() {
        List<JsonStyle> styles = new ArrayList<>();
        for (boolean isSorted : new boolean[] {false, true}) {
            for (boolean isAscii : new boolean[] {false, true}) {
                for (boolean slashes : new boolean[] {false, true}) {
                    layouts(isSorted, isAscii, slashes).forEach(styles::add);
                }
            }
        }
        return styles;
    }

    private static Stream<JsonStyle> layouts(boolean isSorted, boolean isAscii, boolean slashes) {
        String order =
                (isSorted ? ", sorted" : "") + (isAscii ? ", in ASCII" : "") + (slashes ? ", slashes escaped" : "");
        return Stream.of(
                new JsonStyle("compact" + order, 0, ",", ":", isSorted, isAscii, slashes),
                new JsonStyle("in one line with spaces" + order, 0, ", ", ": ", isSorted, isAscii, slashes),
                new JsonStyle("indented by 2" + order, 2, ",", ": ", isSorted, isAscii, slashes),
                new JsonStyle("indented by 2 as Jackson does" + order, 2, ",", " : ", isSorted, isAscii, slashes),
                new JsonStyle("indented by 4" + order, 4, ",", ": ", isSorted, isAscii, slashes));
    }

    String write(JsonNode node) {
        return write(node, 1);
    }

    private String write(JsonNode node, int level) {
        if (node.isObject()) {
            return enclosed("{", members(node, level), "}", level);
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(write(element, level + 1)));
            return enclosed("[", elements, "]", level);
        }
        return escaped(node.toString());
    }

    private List<String> members(JsonNode node, int level) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        Stream<String> ordered = isSorted ? names.stream().sorted() : names.stream();
        return ordered.map(
                        name -> escaped(TextNode.valueOf(name).toString()) + colon + write(node.get(name), level + 1))
                .toList();
    }

    private String enclosed(String begin, List<String> parts, String end, int level) {
        if (indent == 0 || parts.isEmpty()) {
            return begin + String.join(comma, parts) + end;
        }
        String line = "\n" + " ".repeat(indent * level);
        String last = "\n" + " ".repeat(indent * (level - 1));
        return begin + line + String.join(comma + line, parts) + last + end;
    }

    private String escaped(String json) {
        String slashed = escapesSlashes ? json.replace("/", "\\/") : json;
        return isAscii ? ascii(slashed) : slashed;
    }

    private static String ascii(String json) {
        return json.chars()
                .mapToObj(c -> c < 0x80 ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }
}
