/** Rules for this module's structure that the build checks. */
package dev.durahook.workflows.architecture;
