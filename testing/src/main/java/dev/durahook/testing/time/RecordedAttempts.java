package dev.durahook.testing.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All attempts that a worker has made, in the order in which they ended. */
public final class RecordedAttempts {

    private final List<RecordedAttempt> made = new CopyOnWriteArrayList<>();

    void add(RecordedAttempt attempt) {
        made.add(attempt);
    }

    /** The attempts in workflows with these IDs. */
    public List<RecordedAttempt> in(Set<String> workflowIds) {
        return made.stream()
                .filter(attempt -> workflowIds.contains(attempt.workflowId()))
                .toList();
    }

    /** The waits between attempts under one policy, in the order in which the waits ended. */
    public static List<AttemptWait> waits(List<RecordedAttempt> attempts) {
        Map<String, RecordedAttempt> last = new HashMap<>();
        List<AttemptWait> waits = new ArrayList<>();
        for (RecordedAttempt attempt : attempts) {
            RecordedAttempt before = last.put(attempt.run(), attempt);
            if (before != null) {
                waits.add(before.ended().until(attempt.started()));
            }
        }
        return waits;
    }
}
