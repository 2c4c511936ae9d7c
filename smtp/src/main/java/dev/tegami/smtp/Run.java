package dev.tegami.smtp;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A batch from an iterator to a listener, which are the caller's own and may break. */
final class Run {
    private final Batch batch;
    private final Consumer<? super Handover> told;
    private @Nullable Throwable failure;

    Run(Pipeline pipeline, Terms terms, Consumer<? super Handover> told) {
        this.batch = new Batch(pipeline, terms, this::tell);
        this.told = told;
    }

    /** Sends what the iterator gives, until that ends, or the session, or something of the caller's breaks. */
    void through(Iterator<MailObject> mails) {
        boolean more = true;
        while (more) {
            more = next(mails);
        }
        batch.finish();
        rethrow();
    }

    private boolean next(Iterator<MailObject> mails) {
        MailObject mail;
        try {
            if (failure != null || !mails.hasNext()) {
                return false;
            }
            RuntimeException ended = batch.ended();
            if (ended != null) {
                throw ended;
            }
            mail = mails.next();
        } catch (RuntimeException | Error e) {
            failed(e);
            return false;
        }
        try {
            batch.send(mail);
        } catch (Error e) {
            failed(e); // those under way are told before it goes on
            return false;
        }
        batch.flush(); // the next one may take its time
        return true;
    }

    private void tell(Handover handover) {
        try {
            told.accept(handover);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (failure == null) {
            failure = e;
        } else if (failure != e) {
            failure.addSuppressed(e);
        }
    }

    private void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException error) {
            throw error;
        }
    }
}
