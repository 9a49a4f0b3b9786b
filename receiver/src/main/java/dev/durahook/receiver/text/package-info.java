/** How constants, and texts that others wrote, are written in metrics, logs, messages and terminals. */
@NullMarked
package dev.durahook.receiver.text;

import org.jspecify.annotations.NullMarked;
