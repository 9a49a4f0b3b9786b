package dev.durahook.reliability.report;

import java.util.List;

/**
 * The facts about a run that its report shows.
 *
 * @param seed the seed
 * @param store where Temporal kept its data: {@code development}, or the server's address
 * @param minutes how long events were sent
 * @param activity the language of the activity
 * @param pairs how often two faults overlapped
 * @param faults the names of the faults, in their order
 */
public record RunSummary(long seed, String store, double minutes, String activity, int pairs, List<String> faults) {

    /** Copies the list. */
    public RunSummary {
        faults = List.copyOf(faults);
    }
}
