package dev.durahook.benchmarks.load.mode;

/** The ways of processing an event that are compared. */
public enum Mode {
    /** The SDK's client starts workflows, and no worker takes them. */
    CEILING("ceiling", false),
    /** A workflow with one activity, on the SDK alone. */
    PLAIN("plain", true),
    /** A workflow with one local activity, started eagerly, on the SDK alone. */
    FAST("fast", true),
    /** Durahook's receiver, and no worker takes the events. */
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

    /** Whether events come over HTTP. Then the load generator only sends them, and is not part of the mode. */
    public boolean isOverHttp() {
        return this == DOOR || this == APART || this == ONE_PROCESS;
    }

    /** Whether a worker processes the events; otherwise they are only stored. */
    public boolean isProcessed() {
        return processed;
    }

    @Override
    public String toString() {
        return label;
    }
}
