/** The attempts of an activity: those that fail, and a first attempt that is made inside the workflow task. */
@NullMarked
package dev.durahook.workflows.attempt;

import org.jspecify.annotations.NullMarked;
