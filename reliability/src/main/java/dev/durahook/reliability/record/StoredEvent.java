package dev.durahook.reliability.record;

/**
 * The workflows that Temporal holds for an event.
 *
 * @param eventId the workflow ID
 * @param state the state of the newest run
 * @param starts how often a workflow was started for the event; a run that continues another run is no start
 * @param reason why the event is not done, as an operator sees it; empty if the event shows no reason
 */
public record StoredEvent(String eventId, State state, int starts, String reason) {

    /** The states of an event's workflow. */
    public enum State {
        OPEN,
        COMPLETED,
        /** Failed, terminated, cancelled or timed out. */
        ENDED_OTHERWISE
    }

    /** Whether an operator sees that the event waits for a decision, and why. */
    public boolean isParked() {
        return state == State.OPEN && !reason.isEmpty();
    }
}
