package dev.durahook.testsupport.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every byte with the same byte, and counts the bytes that it received. */
final class EchoServer implements AutoCloseable {

    private final ServerSocket listener;
    private final AtomicInteger received = new AtomicInteger();

    EchoServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        DaemonThread.run("echo", this::acceptAll);
    }

    String target() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    int received() {
        return received.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void acceptAll() throws IOException {
        while (!listener.isClosed()) {
            Socket socket = listener.accept();
            DaemonThread.run("echo-connection", () -> echo(socket));
        }
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
