package dev.durahook.benchmarks.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table in Markdown, built column by column.
 *
 * @param <T> what a row shows
 */
final class MarkdownTable<T> {

    private record Column<T>(String title, Function<T, String> cell) {}

    private final List<Column<T>> columns = new ArrayList<>();

    MarkdownTable<T> column(String title, Function<T, String> cell) {
        columns.add(new Column<>(title, cell));
        return this;
    }

    String of(List<T> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::title).toList()));
        lines.add(line(columns.stream().map(column -> "---").toList()));
        rows.forEach(row -> lines.add(
                line(columns.stream().map(column -> column.cell().apply(row)).toList())));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
