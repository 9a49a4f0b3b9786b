/** What interceptors of workflows and activities share. */
@NullMarked
package dev.durahook.workflows.interception;

import org.jspecify.annotations.NullMarked;
