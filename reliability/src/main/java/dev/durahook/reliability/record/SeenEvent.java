package dev.durahook.reliability.record;

/**
 * An event as a destination notes it in a file: its ID and the hash of its body in a line, with a space between them.
 *
 * @param id the event's ID
 * @param body the hash of the exact body
 */
public record SeenEvent(String id, String body) {

    /** An event that arrived with this body. */
    public static SeenEvent of(String id, byte[] body) {
        return new SeenEvent(id, BodyHash.of(body));
    }

    /** Reads the form that {@link #toString} writes. */
    public static SeenEvent read(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? new SeenEvent(text, "") : new SeenEvent(text.substring(0, space), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return id + " " + body;
    }
}
