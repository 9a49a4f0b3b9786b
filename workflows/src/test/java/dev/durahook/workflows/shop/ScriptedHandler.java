package dev.durahook.workflows.shop;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler whose behaviour a test defines. */
public final class ScriptedHandler implements EventHandler {

    private final String name;
    private final List<EventAttempt> attempts = new CopyOnWriteArrayList<>();
    private volatile Work work = attempt -> "done";

    public ScriptedHandler(String name) {
        this.name = name;
    }

    /** The behaviour of the handler. */
    public interface Work {
        String on(EventAttempt attempt) throws Exception;
    }

    /** Sets what the handler does in all further attempts. */
    public void does(Work work) {
        this.work = work;
    }

    /** All attempts so far. */
    public List<EventAttempt> attempts() {
        return attempts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> eventTypes() {
        return List.of("*");
    }

    @Override
    public String policy() {
        return Shop.POLICY;
    }

    @Override
    public String handle(EventAttempt attempt) throws Exception {
        attempts.add(attempt);
        return work.on(attempt);
    }
}
