package dev.durahook.workflows.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wanted value, or an object or array around one, in a tree of JSON pointers. Has state, so each text needs a new
 * tree.
 */
final class PointerTree {

    private static final int NO_INDEX = -1;
    private static final int LONGEST_INDEX = 9;

    private final String name;
    private final byte[] utf8;
    private final int index;
    private List<PointerTree> below = List.of();
    private @Nullable PointerTree everyElement;
    private @Nullable String pointer;
    private boolean isElement;
    private boolean mayRepeat;
    private boolean seen;

    private PointerTree(String name) {
        this.name = name;
        this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        this.index = index(name);
    }

    /** A tree for these JSON pointers; its root is the whole text. */
    static PointerTree root(Collection<String> pointers) {
        PointerTree root = new PointerTree("");
        pointers.forEach(root::want);
        return root;
    }

    /**
     * A tree for an array and all of its elements; its root is the whole text.
     *
     * @param array the JSON pointer to the array
     */
    static PointerTree root(String array) {
        PointerTree root = new PointerTree("");
        root.want(array).everyElement = element();
        return root;
    }

    /** A tree for the values at these JSON pointers, each time they occur; its root is the whole text. */
    static PointerTree eachTime(Collection<String> pointers) {
        PointerTree root = new PointerTree("");
        root.mayRepeat = true;
        pointers.forEach(root::want);
        return root;
    }

    /**
     * A tree for values of all elements of an array, each time they occur; its root is the whole text.
     *
     * @param array the JSON pointer to the array
     * @param pointers JSON pointers that start at an element
     */
    static PointerTree eachTime(String array, Collection<String> pointers) {
        PointerTree root = eachTime(List.of());
        PointerTree element = element();
        pointers.forEach(element::want);
        root.want(array).everyElement = element;
        return root;
    }

    private static PointerTree element() {
        PointerTree element = new PointerTree("");
        element.isElement = true;
        element.mayRepeat = true;
        return element;
    }

    // Written without regular expressions for speed, because it is done for each delivery.
    private PointerTree want(String wanted) {
        PointerTree place = this;
        for (int begin = 1; begin <= wanted.length(); ) {
            int slash = wanted.indexOf('/', begin);
            int end = slash < 0 ? wanted.length() : slash;
            place = place.child(unescaped(wanted.substring(begin, end)));
            begin = end + 1;
        }
        place.pointer = wanted;
        return place;
    }

    private static String unescaped(String name) {
        return name.indexOf('~') < 0 ? name : name.replace("~1", "/").replace("~0", "~");
    }

    private static int index(String name) {
        boolean isOther =
                name.isEmpty() || name.length() > LONGEST_INDEX || (name.charAt(0) == '0' && name.length() > 1);
        int index = 0;
        for (int i = 0; i < name.length() && !isOther; i++) {
            char digit = name.charAt(i);
            isOther = digit < '0' || digit > '9';
            index = 10 * index + digit - '0';
        }
        return isOther ? NO_INDEX : index;
    }

    private PointerTree child(String name) {
        for (PointerTree place : below) {
            if (place.name.equals(name)) {
                return place;
            }
        }
        PointerTree place = new PointerTree(name);
        place.mayRepeat = mayRepeat;
        below = below.isEmpty() ? new ArrayList<>() : below;
        below.add(place);
        return place;
    }

    /** The wanted JSON pointer that ends here; {@code null} if no wanted pointer ends here. */
    @Nullable
    String pointer() {
        return pointer;
    }

    /** Whether this is an element of the wanted array. */
    boolean isElement() {
        return isElement;
    }

    /** Whether nothing below this place is wanted. */
    boolean isLeaf() {
        return below.isEmpty() && everyElement == null;
    }

    /**
     * Notes that the place was found. Returns false if it was found before, unless it may occur many times, as an element
     * may.
     */
    boolean see() {
        boolean first = !seen || mayRepeat;
        seen = true;
        return first;
    }

    /** The place of an object's member; {@code null} if it is not wanted. */
    @Nullable
    PointerTree member(JsonString memberName) {
        for (PointerTree place : below) {
            if (memberName.says(place.name, place.utf8)) {
                return place;
            }
        }
        return null;
    }

    /** The place of an array's element; {@code null} if it is not wanted. */
    @Nullable
    PointerTree element(int position) {
        if (everyElement != null) {
            return everyElement;
        }
        for (PointerTree place : below) {
            if (place.index == position) {
                return place;
            }
        }
        return null;
    }
}
