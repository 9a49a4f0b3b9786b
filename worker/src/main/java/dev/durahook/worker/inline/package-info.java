/**
 * Makes first attempts inside the workflow task, so that an event that succeeds at once costs one workflow task: the
 * attempt at an event's only step together with its plan, and the attempts at the steps of a longer plan or of an
 * author's workflow one by one.
 */
@NullMarked
package dev.durahook.worker.inline;

import org.jspecify.annotations.NullMarked;
