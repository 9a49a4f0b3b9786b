/**
 * Signs what no row of words could say, as the receiver's own package of this name verifies it: a signature inside the
 * body, a token, a certificate. Computed with the JDK alone, so that receiver and kit can't share a mistake.
 */
@NullMarked
package dev.durahook.testing.provider;

import org.jspecify.annotations.NullMarked;
