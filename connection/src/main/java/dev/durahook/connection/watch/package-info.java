/** Threads that check something again and again while the application runs. */
@NullMarked
package dev.durahook.connection.watch;

import org.jspecify.annotations.NullMarked;
