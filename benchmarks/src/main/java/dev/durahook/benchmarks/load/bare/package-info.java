/** What Durahook is compared with: workflows and clients of Temporal's SDK alone. */
@NullMarked
package dev.durahook.benchmarks.load.bare;

import org.jspecify.annotations.NullMarked;
