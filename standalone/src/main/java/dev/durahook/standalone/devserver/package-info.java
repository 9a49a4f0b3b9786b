/** Starts a development server with the Temporal CLI, finds it again, and stops it at the end. */
@NullMarked
package dev.durahook.standalone.devserver;

import org.jspecify.annotations.NullMarked;
