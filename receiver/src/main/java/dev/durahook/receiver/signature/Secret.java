package dev.durahook.receiver.signature;

/** The key that sender and source share. Its bytes never show. */
public final class Secret {

    private final byte[] bytes;

    /**
     * A key of these bytes.
     *
     * @throws InvalidRuleException if there are none
     */
    public Secret(byte[] bytes) {
        if (bytes.length == 0) {
            throw new InvalidRuleException("is empty: an empty secret verifies what anybody signs");
        }
        this.bytes = bytes.clone();
    }

    /** Not a copy: never to be changed, and never to be shown. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
