/** The handlers and workflows of the tests' application. */
@NullMarked
package dev.durahook.standalone.inmemory.handlers;

import org.jspecify.annotations.NullMarked;
