/** An application as an author could write it: a workflow with one step, and the services that it calls. */
package dev.durahook.workflows.shop;
