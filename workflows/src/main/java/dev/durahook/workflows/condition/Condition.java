package dev.durahook.workflows.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition of a route, which an event must meet in addition to having one of the route's types. */
public sealed interface Condition {

    /** The place at which the value must be. */
    Place place();

    /** The condition in a few words, for the log of the start. */
    String text();

    /**
     * Why the condition does not hold for an event; empty if it holds. The reason quotes no value of the event.
     *
     * @param values the values of the event
     */
    Optional<String> unmet(EventContent values);

    /** The condition that the value is equal to one of several texts. */
    static Condition isOneOf(Place place, List<String> values) {
        return new OneOf(
                place, values.stream().map(ExpectedValue::new).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The condition that there is a value, or that there is none. */
    static Condition isPresent(Place place, boolean present) {
        return new Present(place, present);
    }

    private static String ambiguous(Place place) {
        return place.text() + " has no certain value, because a name occurs twice in its object";
    }

    /**
     * The value is equal to one of several values.
     *
     * @param values at least one value
     */
    record OneOf(Place place, Set<ExpectedValue> values) implements Condition {

        public OneOf {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a condition must name at least one value");
            }
        }

        @Override
        public String text() {
            return place.text() + " is "
                    + values.stream().map(ExpectedValue::text).collect(Collectors.joining(" or "));
        }

        @Override
        public Optional<String> unmet(EventContent content) {
            FoundValue found = content.at(place);
            if (values.stream().anyMatch(value -> value.equalsIn(found))) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (found.kind()) {
                        case ABSENT -> content.absence(place);
                        case AMBIGUOUS -> Condition.ambiguous(place);
                        case TEXT, NUMBER, WORD -> place.text() + " has another value";
                        case COMPOUND -> place.text() + " is an object or an array";
                    });
        }
    }

    /**
     * There is a value at the place, which may be null, or there is none.
     *
     * @param present whether there must be a value
     */
    record Present(Place place, boolean present) implements Condition {

        @Override
        public String text() {
            return place.text() + (present ? " is present" : " is absent");
        }

        @Override
        public Optional<String> unmet(EventContent content) {
            return switch (content.at(place).kind()) {
                case ABSENT -> present ? Optional.of(content.absence(place)) : Optional.empty();
                case AMBIGUOUS -> Optional.of(Condition.ambiguous(place));
                case TEXT, NUMBER, WORD, COMPOUND ->
                    present ? Optional.empty() : Optional.of(place.text() + " is present");
            };
        }
    }
}
