/** Verifies deliveries whose URL, query, headers or form fields are signed. */
@NullMarked
package dev.durahook.receiver.provider.request;

import org.jspecify.annotations.NullMarked;
