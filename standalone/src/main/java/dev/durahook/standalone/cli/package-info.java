/**
 * The commands {@code sign}, {@code send} and {@code explain}: they sign and send a test event of any provider, and
 * explain an answer 401.
 */
@NullMarked
package dev.durahook.standalone.cli;

import org.jspecify.annotations.NullMarked;
