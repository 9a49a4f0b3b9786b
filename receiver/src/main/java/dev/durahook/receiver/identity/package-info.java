/** What identifies an event: its ID, its type, and the line about it in the Web UI. */
@NullMarked
package dev.durahook.receiver.identity;

import org.jspecify.annotations.NullMarked;
