/** What an operator's Prometheus and Grafana see of a running application. */
@NullMarked
package dev.durahook.standalone.monitoring;

import org.jspecify.annotations.NullMarked;
