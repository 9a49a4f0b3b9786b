/** What the Temporal server says of itself, for whoever has to know at start whether it is enough. */
@NullMarked
package dev.durahook.connection.server;

import org.jspecify.annotations.NullMarked;
