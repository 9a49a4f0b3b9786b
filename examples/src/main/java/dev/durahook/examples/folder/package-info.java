/** A kind of destination that an application adds: a folder, instead of a service that takes HTTP. */
@NullMarked
package dev.durahook.examples.folder;

import org.jspecify.annotations.NullMarked;
