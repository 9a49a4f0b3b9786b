package dev.durahook.reliability.fault;

/**
 * A fault that a seed has drawn.
 *
 * @param name the name of the fault
 * @param offset when the fault begins, in milliseconds after the start of the load; if an earlier fault took longer than
 *     planned, the fault begins later
 * @param length how long the fault lasts, in milliseconds
 */
public record PlannedFault(String name, long offset, long length) {

    /** When the fault ends, in milliseconds after the start of the load. */
    long end() {
        return offset + length;
    }
}
