/** How often and how patiently a step is tried: declared in configuration, in Temporal's own words. */
@NullMarked
package dev.durahook.workflows.policy;

import org.jspecify.annotations.NullMarked;
