/** A workflow that the shop of these tests has. */
@NullMarked
package dev.durahook.standalone.webui.handlers;

import org.jspecify.annotations.NullMarked;
