/** A team's own workflows, whose tasks Temporal refuses. */
@NullMarked
package com.acme.labelled;

import org.jspecify.annotations.NullMarked;
