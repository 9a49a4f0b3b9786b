/**
 * How Durahook reads what a person wrote: small files, and secrets in files and in the configuration.
 *
 * <p>An editor, a chat or a web page adds characters that can't be seen. A secret with one of them never matches its
 * other half, and looks right wherever it is shown.
 */
@NullMarked
package dev.durahook.connection.secret;

import org.jspecify.annotations.NullMarked;
