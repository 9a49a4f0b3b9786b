/**
 * Reads configuration strictly, and stops the start of an application that can't run with its configuration, naming the
 * remedy.
 */
@NullMarked
package dev.durahook.connection.configuration;

import org.jspecify.annotations.NullMarked;
