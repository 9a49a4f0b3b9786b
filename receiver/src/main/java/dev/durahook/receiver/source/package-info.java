/** Who may send: a source is a name, a scheme, its secrets and its limits, declared in configuration. */
@NullMarked
package dev.durahook.receiver.source;

import org.jspecify.annotations.NullMarked;
