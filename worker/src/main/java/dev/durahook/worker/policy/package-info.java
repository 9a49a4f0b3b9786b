/** The policies that are declared. */
@NullMarked
package dev.durahook.worker.policy;

import org.jspecify.annotations.NullMarked;
