/** A fake Temporal frontend that answers as a test wants. */
@NullMarked
package dev.durahook.testsupport.frontend;

import org.jspecify.annotations.NullMarked;
