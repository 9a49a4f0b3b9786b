package dev.durahook.worker.routing;

import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.condition.Place;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A condition of a route, as it is declared under {@code durahook.routes.<name>.when}. It names a pointer or a header,
 * and what must be there.
 *
 * @param pointer a JSON pointer to a value of the body, such as {@code /action}
 * @param header a header that the source stores with its events
 * @param is the values, one of which must be there
 * @param present whether there must be a value, or must be none
 */
record ConditionProperties(
        @Nullable String pointer,
        @Nullable String header,
        @DefaultValue List<String> is,
        @Nullable Boolean present) {

    /**
     * Returns the condition.
     *
     * @param key the condition's key, for the message of a mistake
     * @throws InvalidRoutesException if the keys contradict each other, or a value is not valid
     */
    Condition condition(String key) {
        Place place = place(key);
        if (is.isEmpty() == (present == null)) {
            throw new InvalidRoutesException(
                    key,
                    is.isEmpty()
                            ? "'is' and 'present' are missing: list under 'is' the values that " + place.text()
                                    + " may have (null as [null]), or set 'present'"
                            : "'is' and 'present' exclude each other; remove one of the two");
        }
        return present == null ? Condition.isOneOf(place, is) : Condition.isPresent(place, present);
    }

    private Place place(String key) {
        if (pointer != null && header == null) {
            return place(key + ".pointer", pointer, Place.InBody::new);
        }
        if (header != null && pointer == null) {
            return place(key + ".header", header, Place.InHeader::new);
        }
        throw new InvalidRoutesException(key, "name either a pointer or a header");
    }

    private static Place place(String key, String written, Function<String, Place> read) {
        try {
            return read.apply(written);
        } catch (IllegalArgumentException e) {
            throw new InvalidRoutesException(key, "'" + written + "' " + e.getMessage());
        }
    }
}
