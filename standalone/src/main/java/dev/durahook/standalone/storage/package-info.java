/** Keeps data between runs in one directory that only its owner can read. */
@NullMarked
package dev.durahook.standalone.storage;

import org.jspecify.annotations.NullMarked;
