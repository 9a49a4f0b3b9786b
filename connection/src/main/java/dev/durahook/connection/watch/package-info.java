/** Checks that run again and again while the application runs, and how often their findings are reported. */
@NullMarked
package dev.durahook.connection.watch;

import org.jspecify.annotations.NullMarked;
