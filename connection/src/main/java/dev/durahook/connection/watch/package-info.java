/** Repeats checks while the application runs, and limits how often their findings are reported. */
@NullMarked
package dev.durahook.connection.watch;

import org.jspecify.annotations.NullMarked;
