/** What stops the start, said so that the reader knows what to do. */
@NullMarked
package dev.durahook.standalone.failure;

import org.jspecify.annotations.NullMarked;
