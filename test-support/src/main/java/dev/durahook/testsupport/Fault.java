package dev.durahook.testsupport;

/** What a {@link FaultProxy} does to a connection. */
enum Fault {
    NONE,
    DROP_REPLIES,
    BLACK_HOLE;

    boolean swallowsRequests() {
        return this == BLACK_HOLE;
    }

    boolean swallowsReplies() {
        return this != NONE;
    }

    /** The worse of the two: a connection that has lost bytes can't be repaired. */
    Fault and(Fault other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
