/** One request and its answer, whatever server runs the receiver, and the paths to which senders post. */
@NullMarked
package dev.durahook.receiver.http.exchange;

import org.jspecify.annotations.NullMarked;
