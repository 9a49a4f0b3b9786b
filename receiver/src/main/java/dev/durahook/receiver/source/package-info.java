/** The declared senders. A source has a name, a scheme, secrets and limits, and is declared in the configuration. */
@NullMarked
package dev.durahook.receiver.source;

import org.jspecify.annotations.NullMarked;
