package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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

    /** Whether a text is the key, as UTF-8. Takes the same time wherever they differ. */
    public boolean isWrittenAs(String text) {
        return MessageDigest.isEqual(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
