/** One request and its answer, on any server, and the paths to which senders post. */
@NullMarked
package dev.durahook.receiver.http.exchange;

import org.jspecify.annotations.NullMarked;
