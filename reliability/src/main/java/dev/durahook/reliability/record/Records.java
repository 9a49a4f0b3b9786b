package dev.durahook.reliability.record;

import java.util.List;

/**
 * Everything that is known about the events of a run.
 *
 * @param deliveries what senders were told
 * @param stored what Temporal holds
 * @param effects what destinations saw
 */
public record Records(List<SentDelivery> deliveries, List<StoredEvent> stored, List<SeenEffect> effects) {

    /** Copies the lists. */
    public Records {
        deliveries = List.copyOf(deliveries);
        stored = List.copyOf(stored);
        effects = List.copyOf(effects);
    }
}
