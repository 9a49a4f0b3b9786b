package dev.durahook.reliability.fault;

/**
 * A fault that is made and ended again. After {@code end} has returned, everything works as before.
 *
 * @param name what fails and how, such as {@code worker: kill}
 * @param begin makes the fault
 * @param end ends the fault
 */
public record Fault(String name, Runnable begin, Runnable end) {}
