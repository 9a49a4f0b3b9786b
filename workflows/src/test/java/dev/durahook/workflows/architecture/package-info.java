/** What the build can know of this module's shape. */
package dev.durahook.workflows.architecture;
