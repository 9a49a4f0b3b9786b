package dev.durahook.workflows.condition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A wanted value of a body, or an object or array around one. Has state, so each body needs a new one. */
final class WantedValue {

    private final Map<String, WantedValue> below = new LinkedHashMap<>();
    private @Nullable String pointer;
    private boolean seen;

    /** The whole body, with the values at these JSON pointers below it. */
    static WantedValue root(Collection<String> pointers) {
        WantedValue root = new WantedValue();
        pointers.forEach(root::want);
        return root;
    }

    private void want(String wanted) {
        WantedValue place = this;
        for (String name : wanted.substring(1).split("/", -1)) {
            place = place.below.computeIfAbsent(unescaped(name), added -> new WantedValue());
        }
        place.pointer = wanted;
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }

    /** The JSON pointer that ends here; null if nothing but a part of this value is wanted. */
    @Nullable
    String pointer() {
        return pointer;
    }

    /** Whether a part of this value is wanted. */
    boolean hasParts() {
        return !below.isEmpty();
    }

    /** The wanted member of this name, or the wanted element of this index; null if it is not wanted. */
    @Nullable
    WantedValue part(String name) {
        return below.get(name);
    }

    /** Notes that the value was found. Returns whether it was found for the first time. */
    boolean see() {
        boolean isFirst = !seen;
        seen = true;
        return isFirst;
    }

    /** Passes on the pointers that end here and below. */
    void forEachPointer(Consumer<String> action) {
        if (pointer != null) {
            action.accept(pointer);
        }
        below.values().forEach(part -> part.forEachPointer(action));
    }
}
