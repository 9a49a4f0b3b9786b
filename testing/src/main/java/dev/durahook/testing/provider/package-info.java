/**
 * Signs for providers whose way of signing a row of {@code schemes.yml} can't describe: with a signature inside the
 * body, a token or a certificate. The receiver's package of this name verifies these signatures. They are computed with
 * the JDK alone, so that the receiver and this test kit can't share a mistake.
 */
@NullMarked
package dev.durahook.testing.provider;

import org.jspecify.annotations.NullMarked;
