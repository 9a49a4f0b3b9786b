package dev.durahook.standalone.temporal;

import java.net.URI;
import java.util.Optional;

/** Finds Temporal's Web UI. */
@FunctionalInterface
interface WebUiProbe {

    /** Where a person opens it, if it is the Web UI that answers on this port of this machine. */
    Optional<URI> on(int port);
}
