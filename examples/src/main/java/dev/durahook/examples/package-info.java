/**
 * Example handlers to copy: each package is complete. The examples are compiled and tested with everything else, but
 * never published.
 */
@NullMarked
package dev.durahook.examples;

import org.jspecify.annotations.NullMarked;
