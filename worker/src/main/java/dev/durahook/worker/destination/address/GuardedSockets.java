package dev.durahook.worker.destination.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Creates sockets that connect to public addresses only. The socket checks the address when it connects. A check of the
 * host name would not be enough: the name may resolve to a public address when it is checked and to a private one when
 * it is used. Also, OkHttp does not look up a host that is written as a number, such as {@code 127.1} or
 * {@code 2130706433}.
 */
public final class GuardedSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    // OkHttp connects sockets itself, and never asks for a connected socket.
    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class GuardedSocket extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress internet)
                    || internet.isUnresolved()
                    || !PublicAddresses.contain(internet.getAddress())) {
                throw new ForbiddenAddressException();
            }
            super.connect(endpoint, timeout);
        }
    }
}
