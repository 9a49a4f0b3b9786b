package dev.durahook.testsupport.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every byte with the same byte, and counts the bytes that it received. */
final class EchoServer implements AutoCloseable {

    private final AtomicInteger received = new AtomicInteger();

    private final PortListener listener =
            PortListener.onFreePort(socket -> DaemonThread.run("echo-connection", () -> echo(socket)));

    String target() {
        return "127.0.0.1:" + listener.port();
    }

    int received() {
        return received.get();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void echo(Socket socket) throws IOException {
        int read = socket.getInputStream().read();
        while (read >= 0) {
            received.incrementAndGet();
            socket.getOutputStream().write(read);
            read = socket.getInputStream().read();
        }
    }
}
