package com.acme.handover;

import dev.durahook.worker.destination.workflow.OrderWorkflow;
import dev.durahook.workflows.TaskQueues;
import io.temporal.spring.boot.WorkflowImpl;

/** An order on the workers of the events. */
@WorkflowImpl(taskQueues = TaskQueues.DEFAULT)
public class SameWorkerOrder extends OrderWorkflow {}
