/** Checks that the namespace keeps events long enough, and accepts bodies as large as the sources may send. */
@NullMarked
package dev.durahook.receiver.namespace;

import org.jspecify.annotations.NullMarked;
