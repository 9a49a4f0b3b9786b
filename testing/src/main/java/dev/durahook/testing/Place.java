package dev.durahook.testing;

import dev.durahook.receiver.source.IdRule;
import dev.durahook.receiver.source.Scheme;
import dev.durahook.receiver.source.TypeRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider puts the id or the type of an event: a header, a JSON pointer, or nowhere.
 *
 * @param header the header's names, of which the first is written
 * @param pointer the place in a JSON body
 * @param isOptional whether an event can be without it
 */
record Place(List<String> header, @Nullable String pointer, boolean isOptional) {

    static Place ofId(Scheme scheme) {
        IdRule rule = scheme.id();
        return rule == null ? new Place(List.of(), null, true) : new Place(rule.header(), rule.pointer(), false);
    }

    static Place ofType(Scheme scheme) {
        TypeRule rule = scheme.type();
        return rule == null
                ? new Place(List.of(), null, true)
                : new Place(rule.header(), rule.pointer(), rule.fallback() != null);
    }

    boolean isNone() {
        return header.isEmpty() && pointer == null;
    }

    boolean isInBody() {
        return pointer != null;
    }

    void put(@Nullable String value, Map<String, String> headers, EventBody body) {
        if (value == null) {
            return;
        }
        if (pointer != null) {
            body.put(pointer, value);
        } else if (!header.isEmpty()) {
            headers.put(header.get(0), value);
        }
    }
}
