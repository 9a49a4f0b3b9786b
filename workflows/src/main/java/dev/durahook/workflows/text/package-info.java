/** How texts are made for whoever reads them in the Web UI. */
@NullMarked
package dev.durahook.workflows.text;

import org.jspecify.annotations.NullMarked;
