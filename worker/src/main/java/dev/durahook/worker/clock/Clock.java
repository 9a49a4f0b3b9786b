package dev.durahook.worker.clock;

import java.util.Locale;

/** Whose clock is compared with the server's. */
enum Clock {
    /** The one that wrote when an event was received. */
    RECEIVER,
    /** This process's own. */
    WORKER;

    /** Its name in metrics and messages. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
