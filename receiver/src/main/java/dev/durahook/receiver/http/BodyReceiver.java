package dev.durahook.receiver.http;

import java.io.IOException;

/** Is told once what became of a body, on a thread of the server that it may use for as long as it takes to answer. */
public interface BodyReceiver {

    /** All of it is here. Answers the request. */
    void received(byte[] body) throws IOException;

    /** It can't be had. Answers the request. */
    void failed(BodyFailure failure) throws IOException;
}
