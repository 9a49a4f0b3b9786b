/** A team's own workflow of two steps. */
@NullMarked
package com.acme.checkout;

import org.jspecify.annotations.NullMarked;
