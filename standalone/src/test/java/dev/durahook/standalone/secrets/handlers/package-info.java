/** What these tests' events do. Found by {@code spring.main.sources}, as a team's own handlers are. */
@NullMarked
package dev.durahook.standalone.secrets.handlers;

import org.jspecify.annotations.NullMarked;
