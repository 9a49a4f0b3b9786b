package dev.durahook.receiver.http.exchange;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A connection with only what the servlet API offers. The server decides when to close it. */
record ServletConnection(ServletInputStream in) implements Connection {

    /** Shared by all requests, because the discarded bytes are never read. */
    private static final byte[] SCRATCH = new byte[8 * 1024];

    @Override
    public void reopen() {}

    @Override
    public boolean canDiscard() throws IOException {
        return hasArrived();
    }

    @Override
    public int discard() throws IOException {
        return in.read(SCRATCH);
    }

    @Override
    public boolean hasArrived() throws IOException {
        return in.available() > 0;
    }

    @Override
    public boolean readAgain() {
        return false;
    }

    @Override
    public void hangUp() {}
}
