/** Makes the failures of attempts acceptable for Temporal. */
@NullMarked
package dev.durahook.workflows.failure;

import org.jspecify.annotations.NullMarked;
