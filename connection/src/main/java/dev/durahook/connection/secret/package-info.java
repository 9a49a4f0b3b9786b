/**
 * Reads small files, and secrets in files and in the configuration, as people write them.
 *
 * <p>Editors, chats and web pages add invisible characters. A secret that holds such a character looks right on every
 * screen, but never matches the sender's secret.
 */
@NullMarked
package dev.durahook.connection.secret;

import org.jspecify.annotations.NullMarked;
