/** The handlers of these tests, found by {@code spring.main.sources}, as a team's own handlers are. */
@NullMarked
package dev.durahook.standalone.secrets.handlers;

import org.jspecify.annotations.NullMarked;
