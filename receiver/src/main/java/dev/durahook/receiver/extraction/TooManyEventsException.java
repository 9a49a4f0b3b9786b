package dev.durahook.receiver.extraction;

/** A verified delivery contains more events than its source accepts at once. Answered with 413. */
public final class TooManyEventsException extends Exception {

    /**
     * A delivery with too many events.
     *
     * @param maximum how many events the source accepts
     */
    public TooManyEventsException(int maximum) {
        super("at most " + maximum + " events are accepted in one delivery");
    }
}
