package dev.durahook.testing.processing;

import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.DestinationActivities;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A destination without a network that answers as a test wants. It answers 200 until the test sets other answers. */
public final class FakeDestination {

    private final String name;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private int[] answers = {200};
    private int next;

    FakeDestination(String name) {
        this.name = name;
    }

    /** Answers the next attempts with these HTTP statuses in this order, and all further attempts with the last one. */
    public synchronized FakeDestination answers(int... statuses) {
        if (statuses.length == 0) {
            throw new IllegalArgumentException("name at least one HTTP status");
        }
        answers = Arrays.copyOf(statuses, statuses.length);
        next = 0;
        return this;
    }

    /** The bodies that were posted to this destination, one for each attempt. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The activities that the worker of this destination's task queue runs. */
    DestinationActivities activities(BodySource stored) {
        return (destination, event, body) -> {
            bodies.add(new String(BodyArgument.bytes(event, body, stored), StandardCharsets.UTF_8));
            return FakeAnswer.of(name, answer());
        };
    }

    private synchronized int answer() {
        int status = answers[next];
        next = Math.min(next + 1, answers.length - 1);
        return status;
    }
}
