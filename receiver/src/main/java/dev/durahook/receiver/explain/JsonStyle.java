package dev.durahook.receiver.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
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
        StringBuilder text = new StringBuilder();
        write(node, 1, text);
        return text.toString();
    }

    private void write(JsonNode node, int level, StringBuilder text) {
        if (node.isObject()) {
            writeObject(node, level, text);
        } else if (node.isArray()) {
            writeArray(node, level, text);
        } else {
            text.append(escaped(node.toString()));
        }
    }

    private void writeObject(JsonNode node, int level, StringBuilder text) {
        text.append('{');
        boolean isFirst = true;
        for (String name : names(node)) {
            beginElement(isFirst, level, text);
            text.append(escaped(TextNode.valueOf(name).toString())).append(colon);
            write(node.get(name), level + 1, text);
            isFirst = false;
        }
        end(node, level, text).append('}');
    }

    private void writeArray(JsonNode node, int level, StringBuilder text) {
        text.append('[');
        boolean isFirst = true;
        for (JsonNode element : node) {
            beginElement(isFirst, level, text);
            write(element, level + 1, text);
            isFirst = false;
        }
        end(node, level, text).append(']');
    }

    private List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        if (isSorted) {
            Collections.sort(names);
        }
        return names;
    }

    private void beginElement(boolean isFirst, int level, StringBuilder text) {
        if (!isFirst) {
            text.append(comma);
        }
        if (indent > 0) {
            beginLine(level, text);
        }
    }

    private StringBuilder end(JsonNode node, int level, StringBuilder text) {
        if (indent > 0 && !node.isEmpty()) {
            beginLine(level - 1, text);
        }
        return text;
    }

    private void beginLine(int level, StringBuilder text) {
        text.append('\n').append(" ".repeat(indent * level));
    }

    private String escaped(String json) {
        String slashed = escapesSlashes ? json.replace("/", "\\/") : json;
        return isAscii ? ascii(slashed) : slashed;
    }

    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c < 0x80) {
                text.append((char) c);
            } else {
                text.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            }
        });
        return text.toString();
    }
}
