package dev.durahook.receiver.http.body;

import java.io.IOException;

/** Called once with the result of reading a body, on a server thread that may be used until the request is answered. */
public interface BodyReceiver {

    /** The body is complete. Answers the request. */
    void received(byte[] body) throws IOException;

    /** The body could not be read. Answers the request. */
    void failed(BodyFailure failure) throws IOException;
}
