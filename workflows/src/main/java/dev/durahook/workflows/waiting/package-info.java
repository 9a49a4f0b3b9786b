/** How the workflow of an event says that it waits for what its author expects, so that operators don't take it for stuck. */
@NullMarked
package dev.durahook.workflows.waiting;

import org.jspecify.annotations.NullMarked;
