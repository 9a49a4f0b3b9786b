package dev.durahook.receiver.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The key that sender and source share. Its bytes never show. */
public final class Secret {

    private final byte[] bytes;
    private final int place;

    private Secret(byte[] bytes, int place) {
        this.bytes = bytes;
        this.place = place;
    }

    /**
     * A key of these bytes.
     *
     * @throws InvalidRuleException if there are none
     */
    public Secret(byte[] bytes) {
        this(bytes.clone(), 0);
        if (bytes.length == 0) {
            throw new InvalidRuleException("is empty: an empty secret verifies what anybody signs");
        }
    }

    /** Not a copy: never to be changed, and never to be shown. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same key at a place in its source's list, counted from 0. It keeps the place when others expire. */
    public Secret at(int otherPlace) {
        return new Secret(bytes, otherPlace);
    }

    /** Its place in its source's list, counted from 0. */
    public int place() {
        return place;
    }

    /** Whether a text is the key, as UTF-8. Takes the same time wherever they differ. */
    public boolean isWrittenAs(String text) {
        return isKey(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isKey(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
