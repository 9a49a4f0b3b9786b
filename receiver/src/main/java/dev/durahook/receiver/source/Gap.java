package dev.durahook.receiver.source;

/**
 * Something that an event of its scheme has and this one has not. The event is stored all the same: a genuine event that
 * is refused is lost.
 *
 * @param what what is missing: a closed set, because it labels a metric
 * @param why for the operator's log; quotes nothing of the delivery
 */
public record Gap(Missing what, String why) {

    /** What can be missing. */
    public enum Missing {
        /** The id: the event is named by its delivery. */
        ID,
        /** The type: it is {@value TypeRule#UNIDENTIFIED}. */
        TYPE,
        /** The list of events in a delivery that should carry several: the delivery is one event. */
        EVENTS
    }
}
