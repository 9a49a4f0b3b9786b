/** How a step gets at the body of its event, however large it is. */
@NullMarked
package dev.durahook.workflows.body;

import org.jspecify.annotations.NullMarked;
