/** How values are written for people and for metrics. */
@NullMarked
package dev.durahook.receiver.text;

import org.jspecify.annotations.NullMarked;
