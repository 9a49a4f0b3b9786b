package dev.durahook.workflows.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits an array in a JSON body into its elements, each with exactly the bytes that were sent, and keeps the bytes
 * that can't be split.
 *
 * <p>A body that contains the array twice is not split: parsers differ in which one they use, and events must not get
 * lost. If the body stops being JSON, the elements before that place are complete.
 */
public final class JsonElements {

    private final List<byte[]> elements;
    private final byte @Nullable [] rest;

    private JsonElements(List<byte[]> elements, byte @Nullable [] rest) {
        this.elements = List.copyOf(elements);
        this.rest = rest;
    }

    /**
     * Splits an array into its elements, which may have any JSON type.
     *
     * @param body a body in UTF-8; in other encodings, a single element would not show its encoding
     * @param pointer the JSON pointer to the array; empty if the body is the array
     * @param maximum how many elements to read; if there are more, one more is read and the rest is ignored
     */
    public static JsonElements cut(byte[] body, String pointer, int maximum) {
        Cutter cutter = new Cutter(body, maximum);
        return switch (JsonWalk.through(body, PointerTree.root(pointer), cutter::cut)) {
            case WHOLE -> cutter.isArray ? new JsonElements(cutter.elements, null) : uncut(body);
            case BROKEN -> cutter.elements.isEmpty() ? uncut(body) : new JsonElements(cutter.elements, cutter.rest());
            case TWICE -> uncut(body);
        };
    }

    private static JsonElements uncut(byte[] body) {
        return new JsonElements(List.of(), body);
    }

    /** The elements, in their order. */
    public List<byte[]> elements() {
        return elements;
    }

    /**
     * The bytes after the last element, if the body stops being JSON there; the whole body, if the array is missing or
     * occurs twice; empty if everything was split.
     */
    public Optional<byte[]> rest() {
        return Optional.ofNullable(rest);
    }

    /** Collects the elements of the array. */
    private static final class Cutter {

        private final byte[] body;
        private final int maximum;
        private final List<byte[]> elements = new ArrayList<>();
        private boolean isArray;
        private int end;

        Cutter(byte[] body, int maximum) {
            this.body = body;
            this.maximum = maximum;
        }

        boolean cut(PointerTree place, int from, int to) {
            if (place.isElement()) {
                elements.add(Arrays.copyOfRange(body, from, to));
                end = to;
            } else if (place.pointer() != null) {
                isArray = body[from] == '[';
            }
            return elements.size() <= maximum;
        }

        byte[] rest() {
            return Arrays.copyOfRange(body, end, body.length);
        }
    }
}
