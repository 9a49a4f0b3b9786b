package dev.durahook.workflows.routing;

/**
 * Thrown if routes or handlers are not valid or contradict each other. The message names the route or the handler, and
 * the remedy.
 */
public final class InvalidRoutesException extends RuntimeException {

    /**
     * @param name the route's key, or the handler
     * @param message what is wrong, and the remedy
     */
    public InvalidRoutesException(String name, String message) {
        super(name + ": " + message);
    }
}
