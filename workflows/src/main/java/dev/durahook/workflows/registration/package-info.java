/** Checks of the handlers, workflows and activities that an application registers with its worker, made at the start. */
@NullMarked
package dev.durahook.workflows.registration;

import org.jspecify.annotations.NullMarked;
