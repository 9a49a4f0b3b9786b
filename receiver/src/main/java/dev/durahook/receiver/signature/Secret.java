package dev.durahook.receiver.signature;

/** The key that sender and source share. Its bytes never show. */
public final class Secret {

    private final byte[] bytes;

    Secret(byte[] bytes) {
        if (bytes.length == 0) {
            throw new InvalidRuleException("is empty: an empty secret verifies what anybody signs");
        }
        this.bytes = bytes.clone();
    }

    /** Not a copy: never to be changed. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
