/** Connects Durahook's applications to Temporal. */
@NullMarked
package dev.durahook.connection;

import org.jspecify.annotations.NullMarked;
