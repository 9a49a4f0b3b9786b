package dev.durahook.testsupport.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that freeze and resume a process. Java itself can't send them. */
public enum ProcessSignal {
    STOP,
    CONT;

    void sendTo(Process process) {
        String pid = Long.toString(process.pid());
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
