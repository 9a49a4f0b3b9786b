/** What the tests' application does with events. */
@NullMarked
package dev.durahook.standalone.inmemory.handlers;

import org.jspecify.annotations.NullMarked;
