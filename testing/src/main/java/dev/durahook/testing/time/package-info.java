/** Lets the time of the test server run or stand still, and records each attempt with its time. For the kit itself. */
@NullMarked
package dev.durahook.testing.time;

import org.jspecify.annotations.NullMarked;
