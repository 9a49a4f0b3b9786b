/** The workflow of an operation: page after page, until the end or until the operation is cancelled. */
@NullMarked
package dev.durahook.workflows.operations.run;

import org.jspecify.annotations.NullMarked;
