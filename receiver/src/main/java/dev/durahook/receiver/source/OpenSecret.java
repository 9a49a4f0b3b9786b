package dev.durahook.receiver.source;

/**
 * A secret of a source, to be tried in other forms than the source uses.
 *
 * @param label its name, or its place counted from 1
 * @param text the secret as it was given
 * @param state whether it verifies at this time, in words that follow its label
 * @param holds whether it verifies at this time
 */
public record OpenSecret(String label, String text, String state, boolean holds) {

    @Override
    public String toString() {
        return "[secret " + label + "]";
    }
}
