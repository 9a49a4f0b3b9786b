/** Makes the body of an event: an example as the provider sends it, or a minimal body with the event's id and type. */
@NullMarked
package dev.durahook.signing.event;

import org.jspecify.annotations.NullMarked;
