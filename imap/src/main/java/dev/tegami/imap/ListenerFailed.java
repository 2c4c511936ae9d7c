package dev.tegami.imap;

/** A listener threw; told apart from what the connection throws. */
final class ListenerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    ListenerFailed(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }

    /** Runs a call to a listener. */
    static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            throw new ListenerFailed(e);
        }
    }

    RuntimeException failure() {
        return failure;
    }
}
