package dev.durahook.workflows.operations.input;

import dev.durahook.workflows.EventId;
import dev.durahook.workflows.ListFilters;
import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.text.Quote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the fields that select events into a list filter. Only checked values get into the filter. */
final class EventSelection {

    private static final String ALL = "*";
    private static final int LONGEST_VALUE = 100;

    private final InputFields fields;
    private final List<String> conditions = new ArrayList<>();

    EventSelection(InputFields fields) {
        this.fields = fields;
    }

    /**
     * The conditions of the input, without those of its query; empty if it selects all events.
     *
     * @throws io.temporal.failure.ApplicationFailure if a value is not valid
     */
    List<String> conditions() {
        any(fields.texts("type").stream().map(this::type).toList());
        any(fields.texts("source").stream().map(this::source).toList());
        Instant from = time("from");
        Instant to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw fields.problem("The field from must be earlier than the field to");
        }
        add("StartTime >= ", from);
        add("StartTime < ", to);
        return List.copyOf(conditions);
    }

    private void any(List<String> alternatives) {
        if (!alternatives.isEmpty() && !alternatives.contains(ALL)) {
            conditions.add(alternatives.stream().collect(Collectors.joining(" OR ", "(", ")")));
        }
    }

    private void add(String condition, @Nullable Instant time) {
        if (time != null) {
            conditions.add(condition + "'" + time + "'");
        }
    }

    private String type(String text) {
        EventPattern pattern = pattern(text);
        if (pattern.isExact()) {
            return "WorkflowType = '" + text + "'";
        }
        String beginning = text.substring(0, text.length() - 1);
        return beginning.isEmpty() ? ALL : "WorkflowType STARTS_WITH '" + beginning + "'";
    }

    private EventPattern pattern(String text) {
        try {
            return new EventPattern(text);
        } catch (IllegalArgumentException e) {
            throw fields.problem("The field type: " + e.getMessage());
        }
    }

    private String source(String name) {
        if (!EventId.isSourceName(name)) {
            throw fields.problem("The field source: " + Quote.of(name, LONGEST_VALUE) + " is not the name of a source");
        }
        return ListFilters.ofSource(name);
    }

    private @Nullable Instant time(String field) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > "2026-11-27".length()
                    ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw fields.problem(
                    "The field " + field
                            + " must be a time with its zone, such as 2026-11-27T08:30:00Z, or a day in UTC, such as 2026-11-27");
        }
    }
}
