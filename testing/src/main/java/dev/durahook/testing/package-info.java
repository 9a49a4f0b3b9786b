/**
 * Creates signed deliveries as providers send them, for the tests of an application and to try a running receiver. This
 * package needs {@code durahook-receiver}, which every application that receives deliveries has.
 */
@NullMarked
package dev.durahook.testing;

import org.jspecify.annotations.NullMarked;
