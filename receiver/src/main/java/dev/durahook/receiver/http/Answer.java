package dev.durahook.receiver.http;

import java.io.IOException;

/** Answers a request. */
@FunctionalInterface
public interface Answer {

    /** Writes all of the answer. */
    void send() throws IOException;
}
