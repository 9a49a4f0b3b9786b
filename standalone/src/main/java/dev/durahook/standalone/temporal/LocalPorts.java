package dev.durahook.standalone.temporal;

/**
 * Where Temporal is looked for, and started, on this machine.
 *
 * @param temporal the port of Temporal itself
 * @param webUi the port of its Web UI
 */
public record LocalPorts(int temporal, int webUi) {

    String target() {
        return LocalAddress.target(temporal);
    }
}
