/** The workflows of these tests, found by {@code spring.main.sources}, as a team's own handlers are. */
@NullMarked
package dev.durahook.standalone.endtoend.handlers;

import org.jspecify.annotations.NullMarked;
