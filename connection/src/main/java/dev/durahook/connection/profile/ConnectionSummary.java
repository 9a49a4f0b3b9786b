package dev.durahook.connection.profile;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * Describes the connection in one line for the log, without secrets.
 *
 * @param target Temporal's address
 * @param namespace the namespace
 * @param tls whether the connection is encrypted
 * @param credentials the kinds of credentials that are sent to Temporal, in words
 */
record ConnectionSummary(String target, String namespace, boolean tls, String credentials) {

    /** The summary of the connection that has these options. */
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
