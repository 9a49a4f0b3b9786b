/**
 * Verifies signatures by a rule, which says what is signed, with which algorithm, and where the signature is. The rules
 * are data: most are rows of {@code schemes.yml}.
 */
@NullMarked
package dev.durahook.receiver.signature;

import org.jspecify.annotations.NullMarked;
