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

    /**
     * A secret whose file can't be used at this time.
     *
     * @param problem what is wrong with the file and what to do
     */
    static OpenSecret unreadable(String label, String problem) {
        return new OpenSecret(label, "", "its file " + problem, false);
    }

    /** Whether its text is known. */
    public boolean isReadable() {
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return "[secret " + label + "]";
    }
}
