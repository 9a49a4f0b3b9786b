/**
 * Reads how to reach Temporal, and with which credentials.
 *
 * <p>The Temporal CLI's environment variables work as its users expect: {@code TEMPORAL_ADDRESS}, {@code
 * TEMPORAL_NAMESPACE}, {@code TEMPORAL_API_KEY}, {@code TEMPORAL_TLS}, {@code TEMPORAL_TLS_*}, {@code
 * TEMPORAL_GRPC_META_*}. The keys of Temporal's own Spring Boot starter, {@code spring.temporal.*}, win over them.
 *
 * <p>Unlike the CLI, Durahook reads the home folder's {@code temporal.toml} only if {@code TEMPORAL_CONFIG_FILE} or
 * {@code TEMPORAL_PROFILE} is set: a server must not follow a profile that was written for the command line, and send
 * its events to another Temporal than the one it was deployed for.
 */
@NullMarked
package dev.durahook.connection.profile;

import org.jspecify.annotations.NullMarked;
