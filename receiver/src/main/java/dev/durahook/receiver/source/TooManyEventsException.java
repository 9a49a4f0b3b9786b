package dev.durahook.receiver.source;

/** A verified delivery that carries more events than its source takes at once. Answered with 413. */
public final class TooManyEventsException extends Exception {

    /**
     * @param maximum how many it takes
     */
    public TooManyEventsException(int maximum) {
        super("at most " + maximum + " events are taken in one delivery");
    }
}
