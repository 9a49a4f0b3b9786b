/** Events that start workflows of other workers: on which task queue, by the event's type. */
@NullMarked
package dev.durahook.receiver.remote;

import org.jspecify.annotations.NullMarked;
