/** Describes unexpected failures in logs. */
@NullMarked
package dev.durahook.connection.failure;

import org.jspecify.annotations.NullMarked;
