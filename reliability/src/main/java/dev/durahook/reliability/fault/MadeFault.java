package dev.durahook.reliability.fault;

/**
 * A fault that was made. The moments are microseconds since 1970.
 *
 * @param step the number of the step, from 1; faults of one step were made at the same time
 * @param name the name of the fault
 * @param began when the fault began to be made
 * @param made when the fault was made
 * @param ending when the fault began to be ended
 * @param ended when everything worked again
 */
public record MadeFault(int step, String name, long began, long made, long ending, long ended) {

    /** Whether there was a moment at which both were there. */
    boolean overlaps(MadeFault other) {
        return began < other.ended && other.began < ended;
    }
}
