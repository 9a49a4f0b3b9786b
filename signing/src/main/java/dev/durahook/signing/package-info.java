/**
 * Creates signed deliveries as providers send them: for the command line, which sends them to a running receiver, and
 * for the tests of an application. This package needs {@code durahook-receiver}, whose catalogue says what each
 * provider signs.
 */
@NullMarked
package dev.durahook.signing;

import org.jspecify.annotations.NullMarked;
