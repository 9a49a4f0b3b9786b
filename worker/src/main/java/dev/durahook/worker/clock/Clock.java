package dev.durahook.worker.clock;

import java.util.Locale;

/** The clocks that are compared with the server's clock. */
enum Clock {
    /** The receiver's clock, which tells when an event was received. */
    RECEIVER,
    /** The clock of this worker process. */
    WORKER;

    /** Returns the clock's name in metrics and messages. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
