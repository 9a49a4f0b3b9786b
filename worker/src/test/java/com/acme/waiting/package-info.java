/** A team's workflow that waits for its customer. */
@NullMarked
package com.acme.waiting;

import org.jspecify.annotations.NullMarked;
