/** A workflow that waits as its author expects. */
@NullMarked
package dev.durahook.examples.payment;

import org.jspecify.annotations.NullMarked;
