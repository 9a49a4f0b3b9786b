/** The workflow of the shop in these tests. */
@NullMarked
package dev.durahook.standalone.webui.handlers;

import org.jspecify.annotations.NullMarked;
