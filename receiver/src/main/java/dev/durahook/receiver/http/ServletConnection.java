package dev.durahook.receiver.http;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** As much as the servlet API alone can do. The server closes what it wants to close by itself. */
record ServletConnection(ServletInputStream in) implements Connection {

    /** Of all requests together, for nobody looks at it. */
    private static final byte[] SCRATCH = new byte[8 * 1024];

    @Override
    public void reopen() {}

    @Override
    public boolean canDiscard() throws IOException {
        return in.available() > 0;
    }

    @Override
    public int discard() throws IOException {
        return in.read(SCRATCH);
    }

    @Override
    public void hangUp() {}
}
