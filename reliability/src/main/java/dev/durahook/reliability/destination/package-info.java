/** The processes to which events go. They know nothing of Durahook. */
@NullMarked
package dev.durahook.reliability.destination;

import org.jspecify.annotations.NullMarked;
