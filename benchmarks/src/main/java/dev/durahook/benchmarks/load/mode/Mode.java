package dev.durahook.benchmarks.load.mode;

/** The ways of processing an event that are compared. */
public enum Mode {
    /** The SDK's client starts workflows that no worker takes. */
    CEILING("ceiling", false),
    /** A workflow with one activity, with the SDK alone. */
    PLAIN("plain", true),
    /** An eager start and a local activity, with the SDK alone. */
    FAST("fast", true),
    /** Durahook's receiver; no worker takes the events. */
    DOOR("door", false),
    /** Durahook's receiver and Durahook's worker. */
    APART("apart", true),
    /** Durahook's receiver and worker in one process. */
    ONE_PROCESS("one-process", true);

    private final String label;
    private final boolean processed;

    Mode(String label, boolean processed) {
        this.label = label;
        this.processed = processed;
    }

    /** The name on the command line and in the table. */
    public String label() {
        return label;
    }

    /** Whether events come over HTTP, so that the load generator is no part of what is measured. */
    public boolean isOverHttp() {
        return this == DOOR || this == APART || this == ONE_PROCESS;
    }

    /** Whether events are processed, and not only stored. */
    public boolean isProcessed() {
        return processed;
    }

    @Override
    public String toString() {
        return label;
    }
}
