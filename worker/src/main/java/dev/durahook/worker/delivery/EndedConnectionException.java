package dev.durahook.worker.delivery;

import java.io.IOException;

/** The connection of an earlier delivery can't be used again. Nothing of the request was sent. */
final class EndedConnectionException extends IOException {

    EndedConnectionException() {
        super("the destination has ended the connection");
    }
}
