package dev.durahook.testing.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All attempts that a worker has made, in the order in which they ended. */
final class Attempts {

    private final List<Attempt> made = new CopyOnWriteArrayList<>();

    void add(Attempt attempt) {
        made.add(attempt);
    }

    /** The attempts in workflows with these IDs. */
    List<Attempt> in(Set<String> workflowIds) {
        return made.stream()
                .filter(attempt -> workflowIds.contains(attempt.workflowId()))
                .toList();
    }

    /** The waits between attempts under one policy, in the order in which they ended. */
    static List<Duration> waits(List<Attempt> attempts) {
        Map<String, Attempt> last = new HashMap<>();
        List<Duration> waits = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Attempt before = last.put(attempt.run(), attempt);
            if (before != null) {
                waits.add(Duration.between(before.ended(), attempt.started()));
            }
        }
        return waits;
    }
}
