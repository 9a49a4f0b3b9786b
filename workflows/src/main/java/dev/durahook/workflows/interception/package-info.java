/** The base of interceptors of activities, and values in the headers that interceptors write. */
@NullMarked
package dev.durahook.workflows.interception;

import org.jspecify.annotations.NullMarked;
