/**
 * Lets the workflow of an event show that it waits for something that its author expects, so that operators don't take
 * it for stuck.
 */
@NullMarked
package dev.durahook.workflows.waiting;

import org.jspecify.annotations.NullMarked;
