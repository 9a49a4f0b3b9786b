/** One HTTP request of a sender, as it came: nothing here has been believed yet. */
@NullMarked
package dev.durahook.receiver.delivery;

import org.jspecify.annotations.NullMarked;
