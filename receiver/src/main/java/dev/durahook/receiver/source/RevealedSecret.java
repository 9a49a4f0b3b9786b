package dev.durahook.receiver.source;

/**
 * A secret in clear text, so that an explanation of a refused delivery can try other forms of it.
 *
 * @param label the secret's name, or its position from 1
 * @param text the secret as it is configured
 * @param state whether the secret is valid now, as a phrase that follows the label
 * @param isValid whether the secret is valid now
 */
public record RevealedSecret(String label, String text, String state, boolean isValid) {

    /**
     * A secret whose file can't be read.
     *
     * @param problem what is wrong with the file and what to do
     */
    static RevealedSecret unreadable(String label, String problem) {
        return new RevealedSecret(label, "", "its file " + problem, false);
    }

    /** Whether the text is known. */
    public boolean isReadable() {
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return "[secret " + label + "]";
    }
}
