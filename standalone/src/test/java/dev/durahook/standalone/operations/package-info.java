/** docs/operations.md is true: its keys exist, and its commands do what the page says. */
@NullMarked
package dev.durahook.standalone.operations;

import org.jspecify.annotations.NullMarked;
