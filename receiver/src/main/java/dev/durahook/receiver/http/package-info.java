/**
 * How the receiver treats a request before it asks any source: who may read the body, how slowly it may come and how much
 * of it is held. Knows neither sources nor events.
 */
@NullMarked
package dev.durahook.receiver.http;

import org.jspecify.annotations.NullMarked;
