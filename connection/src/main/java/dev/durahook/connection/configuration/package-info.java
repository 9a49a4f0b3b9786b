/** Stops the start of an application that can't run with its configuration, and names the remedy. */
@NullMarked
package dev.durahook.connection.configuration;

import org.jspecify.annotations.NullMarked;
