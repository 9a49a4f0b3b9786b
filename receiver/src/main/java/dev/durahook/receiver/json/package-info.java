/** Finds signed values in a JSON body by JSON pointers. */
@NullMarked
package dev.durahook.receiver.json;

import org.jspecify.annotations.NullMarked;
