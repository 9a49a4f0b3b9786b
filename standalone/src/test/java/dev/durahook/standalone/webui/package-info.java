/** What a person sees of events in Temporal's Web UI, looked at in a browser. */
@NullMarked
package dev.durahook.standalone.webui;

import org.jspecify.annotations.NullMarked;
