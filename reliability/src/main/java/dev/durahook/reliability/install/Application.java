package dev.durahook.reliability.install;

import dev.durahook.reliability.process.Node;

/**
 * An application of the product, whose version can change while it runs.
 *
 * @param node the process
 * @param jar the jar for the next start
 */
record Application(Node node, ApplicationJar jar) implements Versions.RollOut {

    /** Replaces the process by a process of a version, which later starts use too. */
    @Override
    public void roll(boolean olderVersion) {
        jar.choose(olderVersion);
        node.roll();
    }
}
