/** A handler that is a single class, with what it needs. */
@NullMarked
package dev.durahook.examples.mail;

import org.jspecify.annotations.NullMarked;
