/** Events in Temporal's Web UI, as a person sees them in a browser. */
@NullMarked
package dev.durahook.standalone.webui;

import org.jspecify.annotations.NullMarked;
