/** The handler that the worker runs during a measurement. */
@NullMarked
package dev.durahook.benchmarks.load.handler;

import org.jspecify.annotations.NullMarked;
