/** The catalogue of schemes: how each provider signs its deliveries and identifies its events. */
@NullMarked
package dev.durahook.receiver.scheme;

import org.jspecify.annotations.NullMarked;
