/** A handler in one file, for GitHub's push events. */
@NullMarked
package dev.durahook.examples.github;

import org.jspecify.annotations.NullMarked;
