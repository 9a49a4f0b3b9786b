/** The Temporal server that is under load. */
@NullMarked
package dev.durahook.loadsupport.server;

import org.jspecify.annotations.NullMarked;
