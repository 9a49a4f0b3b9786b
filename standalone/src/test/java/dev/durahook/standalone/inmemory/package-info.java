/** The application without the Temporal CLI, as a new user may run it first. */
@NullMarked
package dev.durahook.standalone.inmemory;

import org.jspecify.annotations.NullMarked;
