package dev.durahook.receiver.identity;

/**
 * Something that an event lacks although its scheme expects it. The event is stored anyway, because a refused genuine
 * event would be lost.
 *
 * @param what the missing part, one of a closed set, for metrics
 * @param why for the operator's log; contains nothing from the delivery
 */
public record MissingPart(Missing what, String why) {

    /** The parts of an event that can be missing. */
    public enum Missing {
        /** The id. The event gets a random ID. */
        ID,
        /** The type. It becomes {@value TypeRule#UNIDENTIFIED}. */
        TYPE,
        /** The array of events. The whole delivery becomes one event. */
        EVENTS
    }
}
