package dev.durahook.receiver.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in one JSON text that is looked for, or that lies on the way there. Made anew for every text. */
final class JsonPlace {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final int NO_INDEX = -1;

    private final String name;
    private final byte[] utf8;
    private final int index;
    private final List<JsonPlace> below = new ArrayList<>();
    private @Nullable JsonPlace everyElement;
    private @Nullable String pointer;
    private boolean isElement;
    private boolean seen;

    private JsonPlace(String name) {
        this.name = name;
        this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        this.index = INDEX.matcher(name).matches() ? Integer.parseInt(name) : NO_INDEX;
    }

    /** The whole text, with the places below it that these JSON pointers lead to. */
    static JsonPlace root(Collection<String> pointers) {
        JsonPlace root = new JsonPlace("");
        pointers.forEach(root::want);
        return root;
    }

    /** The whole text, with the array that a JSON pointer leads to and each of its elements. */
    static JsonPlace root(String array) {
        JsonPlace root = new JsonPlace("");
        JsonPlace element = new JsonPlace("");
        element.isElement = true;
        root.want(array).everyElement = element;
        return root;
    }

    private JsonPlace want(String wanted) {
        JsonPlace place = this;
        if (!wanted.isEmpty()) {
            for (String name : wanted.substring(1).split("/", -1)) {
                place = place.child(name.replace("~1", "/").replace("~0", "~"));
            }
        }
        place.pointer = wanted;
        return place;
    }

    private JsonPlace child(String name) {
        for (JsonPlace place : below) {
            if (place.name.equals(name)) {
                return place;
            }
        }
        JsonPlace place = new JsonPlace(name);
        below.add(place);
        return place;
    }

    /** The pointer that leads here, if it was wanted. */
    @Nullable
    String pointer() {
        return pointer;
    }

    /** Whether it is an element of a wanted array. */
    boolean isElement() {
        return isElement;
    }

    /** Whether nothing below it is looked for. */
    boolean isLeaf() {
        return below.isEmpty() && everyElement == null;
    }

    /** Notes that it is there; false if it was before. Of elements there may be many. */
    boolean see() {
        boolean first = !seen || isElement;
        seen = true;
        return first;
    }

    /** The place of a member, if it is looked for. */
    @Nullable
    JsonPlace member(JsonString memberName) {
        for (JsonPlace place : below) {
            if (memberName.says(place.name, place.utf8)) {
                return place;
            }
        }
        return null;
    }

    /** The place of an element, if it is looked for. */
    @Nullable
    JsonPlace element(int position) {
        if (everyElement != null) {
            return everyElement;
        }
        for (JsonPlace place : below) {
            if (place.index == position) {
                return place;
            }
        }
        return null;
    }
}
