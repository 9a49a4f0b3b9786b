/** How constants are written in metrics, logs and messages. */
@NullMarked
package dev.durahook.receiver.text;

import org.jspecify.annotations.NullMarked;
