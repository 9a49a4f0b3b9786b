/** Answers to requests that are no deliveries, and the server that answers nothing else. */
@NullMarked
package dev.durahook.receiver.http.refusal;

import org.jspecify.annotations.NullMarked;
