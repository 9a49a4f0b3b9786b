/** Reads the declared retry policies and provides them to workflows. */
@NullMarked
package dev.durahook.worker.policy;

import org.jspecify.annotations.NullMarked;
