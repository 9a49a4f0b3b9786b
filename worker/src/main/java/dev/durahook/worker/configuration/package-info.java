/**
 * Strict reading of configuration for all parts of the worker: unknown keys and unresolved placeholders are refused.
 */
@NullMarked
package dev.durahook.worker.configuration;

import org.jspecify.annotations.NullMarked;
