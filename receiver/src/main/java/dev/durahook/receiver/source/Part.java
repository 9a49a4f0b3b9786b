package dev.durahook.receiver.source;

/** A part of a delivery that carries several events. */
final class Part {

    private final byte[] body;
    private final boolean isObject;

    /**
     * A part.
     *
     * @param body its bytes
     * @param isObject whether it is an object, as an event is; otherwise an element of another kind, or what could not be
     *     cut up
     */
    Part(byte[] body, boolean isObject) {
        this.body = body;
        this.isObject = isObject;
    }

    byte[] body() {
        return body;
    }

    boolean isObject() {
        return isObject;
    }
}
