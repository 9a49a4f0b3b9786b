package dev.durahook.testing.processing;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.body.BodyArgument;
import dev.durahook.workflows.body.BodySource;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.RawValue;
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

    /**
     * The bodies that were sent to this destination, one for each attempt that was not refused before it was sent.
     */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /**
     * The activities that the worker of this destination's task queue runs.
     *
     * @param declared refuses the events that the declared destination can never send
     */
    DestinationActivities activities(BodySource stored, TestDeclarations declared) {
        return (destination, event, body) -> {
            byte[] bytes = BodyArgument.bytes(event, body, stored);
            declared.check(name, event, bytes);
            return take(bytes);
        };
    }

    /** The activity of a destination of the kind activity, of any activity type. */
    DynamicActivity foreignActivity() {
        return arguments ->
                take(EventBody.bytes(arguments.get(1, RawValue.class))).text();
    }

    private DestinationReceipt take(byte[] body) {
        bodies.add(new String(body, StandardCharsets.UTF_8));
        return FakeAnswer.of(name, answer());
    }

    private synchronized int answer() {
        int status = answers[next];
        next = Math.min(next + 1, answers.length - 1);
        return status;
    }
}
