/** A team's own workflow with large values. */
@NullMarked
package com.acme.archive;

import org.jspecify.annotations.NullMarked;
