package dev.durahook.loadsupport.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table in Markdown, built column by column.
 *
 * @param <T> the type of the object from which a row is made
 */
public final class MarkdownTable<T> {

    private record Column<T>(String title, Function<T, String> cell) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** Adds a column. */
    public MarkdownTable<T> column(String title, Function<T, String> cell) {
        columns.add(new Column<>(title, cell));
        return this;
    }

    /** Adds a column of numbers. */
    public MarkdownTable<T> number(String title, ToDoubleFunction<T> value) {
        return column(title, row -> Numbers.text(value.applyAsDouble(row)));
    }

    /** The table with these rows. */
    public String of(List<T> rows) {
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
