/** A team's own workflow that sends its event to a destination. */
@NullMarked
package com.acme.forwarding;

import org.jspecify.annotations.NullMarked;
