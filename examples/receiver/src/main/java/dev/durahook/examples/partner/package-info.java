/** A verifier for a sender whose signature no scheme can describe. */
@NullMarked
package dev.durahook.examples.partner;

import org.jspecify.annotations.NullMarked;
