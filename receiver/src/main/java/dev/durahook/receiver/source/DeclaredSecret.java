package dev.durahook.receiver.source;

/**
 * A secret as it was written into the configuration. Never shown, unlike the text it was bound from: a message about a
 * configuration quotes values, and a record prints what it holds.
 */
public final class DeclaredSecret {

    private final String text;

    private DeclaredSecret(String text) {
        this.text = text;
    }

    /** Takes any text: it is checked where a message can name its key without quoting it. */
    public static DeclaredSecret of(String text) {
        return new DeclaredSecret(text);
    }

    String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeclaredSecret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
