/** docs/operations.md says what is so: its keys exist, and its commands do what it promises. */
@NullMarked
package dev.durahook.standalone.operations;

import org.jspecify.annotations.NullMarked;
