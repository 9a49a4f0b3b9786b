/**
 * Asks the Temporal server for its version, limits and namespace, checks whether they meet the configuration, and
 * notices when another server answers.
 */
@NullMarked
package dev.durahook.connection.server;

import org.jspecify.annotations.NullMarked;
