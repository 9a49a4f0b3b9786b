/** Verifies deliveries that are signed with the key of a certificate. */
@NullMarked
package dev.durahook.receiver.provider.certificate;

import org.jspecify.annotations.NullMarked;
