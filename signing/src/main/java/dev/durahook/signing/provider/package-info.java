/**
 * Signs for providers whose way of signing a row of {@code schemes.yml} can't describe: with a signature inside the
 * body, a token or an encrypted body. The receiver verifies these signatures with code of its own. Here they are
 * computed with the JDK alone, so that signer and receiver can't share a mistake.
 */
@NullMarked
package dev.durahook.signing.provider;

import org.jspecify.annotations.NullMarked;
