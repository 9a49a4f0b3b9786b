/** Verifies deliveries whose signature or secret is in the body, and decrypts bodies. */
@NullMarked
package dev.durahook.receiver.provider.body;

import org.jspecify.annotations.NullMarked;
