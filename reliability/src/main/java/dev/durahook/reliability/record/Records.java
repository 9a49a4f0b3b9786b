package dev.durahook.reliability.record;

import java.util.List;
import java.util.Set;

/**
 * Everything that is known about the events of a run.
 *
 * @param deliveries the deliveries and their answers
 * @param stored what Temporal holds
 * @param effects what destinations saw
 * @param notReplayed the IDs of the events whose history a worker could not replay, as the workers' logs say
 */
public record Records(
        List<SentDelivery> deliveries, List<StoredEvent> stored, List<SeenEffect> effects, Set<String> notReplayed) {

    /** Copies the collections. */
    public Records {
        deliveries = List.copyOf(deliveries);
        stored = List.copyOf(stored);
        effects = List.copyOf(effects);
        notReplayed = Set.copyOf(notReplayed);
    }
}
