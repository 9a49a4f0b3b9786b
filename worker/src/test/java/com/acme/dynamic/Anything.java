package com.acme.dynamic;

import io.temporal.common.converter.EncodedValues;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.DynamicWorkflow;

/** A workflow of the application that takes every type. */
@WorkflowImpl(taskQueues = "durahook")
public final class Anything implements DynamicWorkflow {

    @Override
    public Object execute(EncodedValues arguments) {
        return "done";
    }
}
