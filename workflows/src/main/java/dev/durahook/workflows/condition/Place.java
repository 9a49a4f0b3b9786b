package dev.durahook.workflows.condition;

import java.util.Locale;
import java.util.regex.Pattern;

/** The place of an event at which a condition looks for a value. */
public sealed interface Place {

    /** The place as an operator writes it, for messages. */
    String text();

    /**
     * A value of the body, or of the envelope if the event's delivery has a value of this pointer around its events.
     *
     * @param pointer a JSON pointer, as RFC 6901 defines it, to a part of the body
     */
    record InBody(String pointer) implements Place {

        private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)+");

        public InBody {
            if (!POINTER.matcher(pointer).matches()) {
                throw new IllegalArgumentException("is not a JSON pointer: write one such as /data/status, in which ~1"
                        + " stands for a slash in a name and ~0 for a ~");
            }
        }

        @Override
        public String text() {
            return pointer;
        }
    }

    /**
     * A header that the source stores with its events.
     *
     * @param name the header's name; letters of both cases are the same
     */
    record InHeader(String name) implements Place {

        private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");

        public InHeader {
            name = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("is not the name of a header");
            }
        }

        @Override
        public String text() {
            return "header " + name;
        }
    }
}
