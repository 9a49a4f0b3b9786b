package dev.durahook.reliability.check;

/** The ways in which the product can break its promises. */
public enum ViolationKind {
    NOT_STORED("2xx without storage", "a sender was told 2xx, and Temporal does not hold the event"),
    MISSING("missing", "the event has ended, and its destination has not seen it"),
    ELSEWHERE("elsewhere", "another destination than the event's own has seen it"),
    NOT_COMPLETED("not completed", "the event's workflow failed, was terminated or cancelled, or timed out"),
    CHANGED("changed bodies", "a destination got another body than the sender sent"),
    LEDGER_TWICE("ledger twice", "an event had its effect twice, although a ledger keeps its key"),
    HANDED_OVER_TWICE("handed over twice", "a workflow took the event twice"),
    STARTED_TWICE("started twice", "one event has several workflows"),
    FORGED("forged", "an event that no sender signed was accepted, stored or seen"),
    STUCK("stuck", "the event is not done, and shows no reason"),
    PARKED("wrongly parked", "the event waits for a decision, although its destination does not refuse it"),
    NOT_REPLAYED("not replayed", "a worker could not go on with the event, because its history did not replay"),
    REFUSED("refused", "a genuine delivery was answered with 4xx"),
    NEVER_ACCEPTED("never accepted", "no delivery of the event was answered with 2xx, although the faults had ended");

    private final String title;
    private final String meaning;

    ViolationKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** The title in a table. */
    public String title() {
        return title;
    }

    /** The broken promise, as a part of a sentence. */
    public String meaning() {
        return meaning;
    }
}
