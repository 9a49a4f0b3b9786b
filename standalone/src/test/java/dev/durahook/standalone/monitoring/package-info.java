/** Prometheus and Grafana of an operator, with a running application. */
@NullMarked
package dev.durahook.standalone.monitoring;

import org.jspecify.annotations.NullMarked;
