/** The secrets of sources: how they are written, read, replaced and named. */
@NullMarked
package dev.durahook.receiver.secret;

import org.jspecify.annotations.NullMarked;
