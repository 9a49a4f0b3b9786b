/** A team's own workflow with a long history. */
@NullMarked
package com.acme.audit;

import org.jspecify.annotations.NullMarked;
