package dev.durahook.workflows.routing;

/** Routes or handlers that contradict each other. The message names the route or the handler, and the remedy. */
public final class InvalidRoutesException extends RuntimeException {

    /**
     * @param name the key of the route, or the handler
     * @param message what is wrong, and the remedy
     */
    public InvalidRoutesException(String name, String message) {
        super(name + ": " + message);
    }
}
