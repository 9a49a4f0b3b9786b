package dev.durahook.testsupport.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to a process. Java itself can't freeze and resume a process, and can end only its own children by force. */
public enum ProcessSignal {
    /** Freezes the process. */
    STOP,
    /** Lets a frozen process go on. */
    CONT,
    /** Asks the process to end. */
    TERM,
    /** Asks the process to end, as a terminal does. PostgreSQL then does not wait for its clients. */
    INT,
    /** Ends the process without any shutdown. */
    KILL;

    /**
     * Sends the signal.
     *
     * @throws IllegalStateException if there is no such process, or the signal is not allowed
     */
    public void sendTo(long process) {
        String pid = Long.toString(process);
        try {
            int code = new ProcessBuilder("kill", "-" + name(), pid).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name() + " " + pid + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling", e);
        }
    }
}
