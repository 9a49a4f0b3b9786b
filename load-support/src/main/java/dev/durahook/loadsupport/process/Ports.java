package dev.durahook.loadsupport.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Gives each process a free port of this machine, in ascending order. */
public final class Ports {

    private int next;

    /**
     * Begins at a port.
     *
     * @param first the lowest port that is given
     */
    public Ports(int first) {
        next = first;
    }

    /** The next free port. It is not given again. */
    public synchronized int next() {
        while (!isFree(next)) {
            next++;
        }
        return next++;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
