package dev.durahook.workflows.condition;

/**
 * The value that a condition finds at a place of an event.
 *
 * @param kind the kind of value
 * @param text the value as it is written in the event, a string without its quotation marks and escapes; empty if only
 *     the kind is of interest
 */
record FoundValue(Kind kind, String text) {

    static final FoundValue ABSENT = new FoundValue(Kind.ABSENT, "");
    static final FoundValue COMPOUND = new FoundValue(Kind.COMPOUND, "");
    static final FoundValue AMBIGUOUS = new FoundValue(Kind.AMBIGUOUS, "");

    static FoundValue text(String text) {
        return new FoundValue(Kind.TEXT, text);
    }

    /** The kinds of values. */
    enum Kind {
        ABSENT,
        /** A string of JSON, or the value of a header. */
        TEXT,
        NUMBER,
        /** True, false or null. */
        WORD,
        /** An object or an array, which equals no value. */
        COMPOUND,
        /** A name on the way to the value occurs twice in its object, so that parsers may find different values. */
        AMBIGUOUS
    }
}
