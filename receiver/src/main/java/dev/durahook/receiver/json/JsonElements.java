package dev.durahook.receiver.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array in a JSON body, each as the very bytes that were sent, and what could not be cut up.
 *
 * <p>A body that names the array twice is not cut up: which of the two counts is up to a parser, and an event must not get
 * lost between them. Where JSON breaks off, the elements before that place are whole.
 */
public final class JsonElements {

    private final List<byte[]> elements;
    private final byte @Nullable [] rest;

    private JsonElements(List<byte[]> elements, byte @Nullable [] rest) {
        this.elements = List.copyOf(elements);
        this.rest = rest;
    }

    /**
     * Cuts the elements out of an array, whatever they are.
     *
     * @param body a body in UTF-8: elements of another encoding would not show how they are encoded
     * @param pointer where the array is; the empty text where the body is the array
     * @param maximum how many elements are cut out; where there are more, one more is, and the rest is not read
     */
    public static JsonElements cut(byte[] body, String pointer, int maximum) {
        Cutter cutter = new Cutter(body, maximum);
        return switch (JsonWalk.through(body, JsonPlace.root(pointer), cutter::cut)) {
            case WHOLE -> cutter.isArray ? new JsonElements(cutter.elements, null) : uncut(body);
            case BROKEN -> cutter.elements.isEmpty() ? uncut(body) : new JsonElements(cutter.elements, cutter.rest());
            case TWICE -> uncut(body);
        };
    }

    private static JsonElements uncut(byte[] body) {
        return new JsonElements(List.of(), body);
    }

    /** The elements, in the order they came. */
    public List<byte[]> elements() {
        return elements;
    }

    /** The bytes behind the last element, if JSON breaks off there; all of the body, if not one array is in the place. */
    public Optional<byte[]> rest() {
        return Optional.ofNullable(rest);
    }

    /** What was cut off a body so far. */
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

        boolean cut(JsonPlace place, int from, int to) {
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
