/** A handler of the system of the person on call. */
@NullMarked
package dev.durahook.standalone.operations.handlers;

import org.jspecify.annotations.NullMarked;
