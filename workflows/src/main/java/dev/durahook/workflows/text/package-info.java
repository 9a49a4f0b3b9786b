/** Formats texts for the people who read them in the Web UI. */
@NullMarked
package dev.durahook.workflows.text;

import org.jspecify.annotations.NullMarked;
