package dev.durahook.workflows.routing;

/** Routes or handlers that contradict each other. The message names the route or the handler, and the remedy. */
public final class InvalidRoutesException extends RuntimeException {

    InvalidRoutesException(String name, String message) {
        super(name + ": " + message);
    }
}
