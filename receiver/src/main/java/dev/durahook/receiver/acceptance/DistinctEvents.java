package dev.durahook.receiver.acceptance;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.NewEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events of one delivery, of which only the first with each ID is stored. So the same body is stored however
 * often the delivery comes and whichever receiver gets it, although the receiver begins with another event each time.
 */
final class DistinctEvents {

    private final List<NewEvent> distinct = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    DistinctEvents(List<NewEvent> delivered) {
        Map<String, Integer> byId = new HashMap<>();
        for (NewEvent event : delivered) {
            places.add(byId.computeIfAbsent(event.event().id(), id -> {
                distinct.add(event);
                return distinct.size() - 1;
            }));
        }
    }

    /** The events to store, in the order of the delivery. */
    List<NewEvent> toStore() {
        return distinct;
    }

    /**
     * The result of each event of the delivery.
     *
     * @param stored the results of {@link #toStore}
     */
    List<Acceptance> results(List<Acceptance> stored) {
        Set<Integer> told = new HashSet<>();
        return places.stream()
                .map(place ->
                        told.add(place) ? stored.get(place) : stored.get(place).asDuplicate())
                .toList();
    }
}
