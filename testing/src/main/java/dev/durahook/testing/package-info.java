/**
 * Deliveries as providers send them, signed: for the tests of an application, and to try a running receiver. It needs {@code
 * durahook-receiver}, which an application that receives has.
 */
@NullMarked
package dev.durahook.testing;

import org.jspecify.annotations.NullMarked;
