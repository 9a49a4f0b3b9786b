package dev.durahook.receiver.http.body;

import java.io.IOException;

/** Writes the response to a request. */
@FunctionalInterface
public interface Answer {

    /** Writes the whole response. */
    void send() throws IOException;
}
