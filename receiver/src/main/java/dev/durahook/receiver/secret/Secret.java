package dev.durahook.receiver.secret;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The key with which a source's deliveries are verified. Never printed. */
public final class Secret {

    private final byte[] bytes;
    private final int place;

    private Secret(byte[] bytes, int place) {
        this.bytes = bytes;
        this.place = place;
    }

    /**
     * A key with these bytes.
     *
     * @throws InvalidRuleException if there are no bytes
     */
    public Secret(byte[] bytes) {
        this(bytes.clone(), 0);
        if (bytes.length == 0) {
            throw new InvalidRuleException("is empty: with an empty secret, an attacker could sign deliveries");
        }
    }

    /** The key's bytes. This is not a copy: it must not be changed, and must never be shown. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The same key with its position in the source's list, from 0. The position stays the same when other secrets
     * expire.
     */
    Secret at(int otherPlace) {
        return new Secret(bytes, otherPlace);
    }

    /** The position in the source's list, from 0. */
    public int place() {
        return place;
    }

    /** Whether the text, in UTF-8, is the key. Compares in constant time. */
    public boolean isWrittenAs(String text) {
        return isKey(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether both are the same key, even if they were written differently. Compares in constant time. */
    public boolean hasSameKeyAs(Secret other) {
        return isKey(other.bytes);
    }

    boolean isKey(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
