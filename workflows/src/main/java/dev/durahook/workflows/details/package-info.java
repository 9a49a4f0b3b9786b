/** What a running workflow says of itself in the Web UI. */
@NullMarked
package dev.durahook.workflows.details;

import org.jspecify.annotations.NullMarked;
