/** Reports a mistake in the configuration of a source, with its key and the remedy. */
@NullMarked
package dev.durahook.receiver.configuration;

import org.jspecify.annotations.NullMarked;
