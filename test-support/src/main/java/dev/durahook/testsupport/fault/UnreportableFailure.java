package dev.durahook.testsupport.fault;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/** Failures of handlers and activities that Temporal can't take as they are, or takes for something else. */
public enum UnreportableFailure {
    DETAIL_THAT_CANNOT_BE_WRITTEN {
        @Override
        public RuntimeException thrown() {
            return ApplicationFailure.newFailure("no", "Refused", new OwnDetail());
        }
    },
    LARGE_DETAILS {
        @Override
        public RuntimeException thrown() {
            return ApplicationFailure.newFailure("no", "Refused", "x".repeat(3_000_000));
        }
    },
    THOUSANDS_OF_CAUSES {
        @Override
        public RuntimeException thrown() {
            RuntimeException thrown = new IllegalStateException("the first cause");
            for (int i = 0; i < 5_000; i++) {
                thrown = new IllegalStateException("a later cause", thrown);
            }
            return thrown;
        }
    },
    CAUSE_THAT_IS_NEW_EACH_TIME {
        @Override
        public RuntimeException thrown() {
            return new Endless();
        }
    },
    CANCELLATION_OF_SOMETHING_ELSE {
        @Override
        public RuntimeException thrown() {
            return new CanceledFailure("the other workflow was cancelled");
        }
    };

    /** Returns a new failure of this kind, to be thrown. */
    public abstract RuntimeException thrown();

    /** A value that refers to itself. */
    public static final class OwnDetail {

        /** Returns the value itself. */
        public OwnDetail getSelf() {
            return this;
        }
    }

    private static final class Endless extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }
}
