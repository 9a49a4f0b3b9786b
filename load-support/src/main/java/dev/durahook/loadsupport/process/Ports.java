package dev.durahook.loadsupport.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

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

    // A check that listens on the port for a moment could leave the socket to a process that is started meanwhile.
    private static boolean isFree(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
