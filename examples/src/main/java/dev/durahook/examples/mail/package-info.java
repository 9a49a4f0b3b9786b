/** A handler that is a single class, with the fields that it reads and the mailer that it calls. */
@NullMarked
package dev.durahook.examples.mail;

import org.jspecify.annotations.NullMarked;
