package dev.durahook.worker.destination.http.client;

import java.net.UnknownHostException;
import java.time.Duration;

/** The DNS has not answered in time. */
public final class UnansweredLookUpException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    private final String host;
    private final Duration waited;

    UnansweredLookUpException(String host, Duration waited) {
        super(host);
        this.host = host;
        this.waited = waited;
    }

    /** The host whose address is unknown: the destination's, or that of a proxy. */
    public String host() {
        return host;
    }

    /** How long the attempt has waited for the answer. */
    public Duration waited() {
        return waited;
    }
}
