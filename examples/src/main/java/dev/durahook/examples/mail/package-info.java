/** One class: an event handler, and what it needs. */
@NullMarked
package dev.durahook.examples.mail;

import org.jspecify.annotations.NullMarked;
