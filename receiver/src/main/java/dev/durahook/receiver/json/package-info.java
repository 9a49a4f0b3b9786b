/** Reads the few values that are needed from a JSON body, without building a tree of unverified size. */
@NullMarked
package dev.durahook.receiver.json;

import org.jspecify.annotations.NullMarked;
