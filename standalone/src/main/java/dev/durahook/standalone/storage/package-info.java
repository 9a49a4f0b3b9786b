/** What outlives a run: one directory, readable by its owner alone. */
@NullMarked
package dev.durahook.standalone.storage;

import org.jspecify.annotations.NullMarked;
