package dev.durahook.connection;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * The connection in one line, for the log: without secrets.
 *
 * @param target where Temporal is
 * @param namespace the namespace
 * @param tls whether the connection is encrypted
 * @param credentials what is shown to the server
 */
record ConnectionSummary(String target, String namespace, boolean tls, String credentials) {

    /** The summary of a connection as it was built. */
    static ConnectionSummary of(WorkflowServiceStubsOptions options, String namespace, Credentials credentials) {
        boolean tls = options.getSslContext() != null || options.getEnableHttps();
        return new ConnectionSummary(options.getTarget(), namespace, tls, credentials.text());
    }

    @Override
    public String toString() {
        return "Temporal at %s, namespace %s, %s, %s"
                .formatted(target, namespace, tls ? "with TLS" : "without TLS", credentials);
    }
}
