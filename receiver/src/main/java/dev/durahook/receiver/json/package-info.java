/** Reads the little that is needed of a JSON body, without building a tree of what a stranger sent. */
@NullMarked
package dev.durahook.receiver.json;

import org.jspecify.annotations.NullMarked;
