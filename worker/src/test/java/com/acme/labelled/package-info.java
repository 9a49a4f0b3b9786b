/** A team's own workflow that sets a search attribute. */
@NullMarked
package com.acme.labelled;

import org.jspecify.annotations.NullMarked;
