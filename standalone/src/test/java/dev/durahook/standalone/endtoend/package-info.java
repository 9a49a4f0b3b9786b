/** Receiver and worker in one process, from the sender's request to the effect. */
@NullMarked
package dev.durahook.standalone.endtoend;

import org.jspecify.annotations.NullMarked;
