package dev.durahook.standalone.temporal;

/**
 * The ports of this machine on which Temporal is looked for and started.
 *
 * @param temporal the port of Temporal itself
 * @param webUi the port of its Web UI
 */
public record LocalPorts(int temporal, int webUi) {

    String target() {
        return LocalAddress.target(temporal);
    }
}
