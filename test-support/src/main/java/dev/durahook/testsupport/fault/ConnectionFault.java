package dev.durahook.testsupport.fault;

/** The ways in which a {@link FaultProxy} disturbs a connection, from harmless to severe. */
enum ConnectionFault {
    NONE,
    DROP_REPLIES,
    BLACK_HOLE;

    boolean swallowsRequests() {
        return this == BLACK_HOLE;
    }

    boolean swallowsReplies() {
        return this != NONE;
    }

    /** The more severe of two faults: a connection that has lost bytes can't be repaired. */
    ConnectionFault and(ConnectionFault other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
