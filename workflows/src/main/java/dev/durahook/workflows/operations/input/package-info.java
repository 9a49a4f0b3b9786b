/** Reads what an operator enters in the Web UI's form, as a person means it. */
@NullMarked
package dev.durahook.workflows.operations.input;

import org.jspecify.annotations.NullMarked;
