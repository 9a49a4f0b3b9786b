/** Reads certificates and keys, and makes the TLS context of the connection from them. */
@NullMarked
package dev.durahook.connection.tls;

import org.jspecify.annotations.NullMarked;
