package dev.durahook.standalone.temporal;

import java.net.URI;
import java.util.Optional;

/** Tells whether the program on a port is Temporal's Web UI. */
@FunctionalInterface
interface WebUiProbe {

    /** The address for a browser, if the Web UI answers on this port of this machine. */
    Optional<URI> on(int port);
}
