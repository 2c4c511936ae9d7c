package dev.tegami.smtp;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.NetException;
import dev.tegami.smtp.internal.Paths;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages over one session, each begun while the one before is not yet answered (RFC 2920 §3.1). With DATA the next
 * envelope follows a message in the same breath, and one outcome at most is open; with BDAT nothing waits.
 */
final class Batch {
    private final Pipeline pipeline;
    private final Dialogue dialogue;
    private final Terms terms;
    private final Consumer<Handover> told;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private @Nullable RuntimeException ended;
    /** A session may have died while it rested: only once it answered is more risked than an envelope. */
    private boolean proven;

    Batch(Pipeline pipeline, Terms terms, Consumer<Handover> told) {
        this.pipeline = pipeline;
        this.dialogue = pipeline.dialogue();
        this.terms = terms;
        this.told = told;
    }

    /** Why the session takes no more, or nothing as long as it does. */
    @Nullable
    RuntimeException ended() {
        return ended;
    }

    /** Sends a message, or the better part of it. */
    void send(MailObject mail) {
        Job job = new Job(mail);
        jobs.add(job);
        if (ended != null) {
            job.failed(ended);
            tell();
            return;
        }
        try {
            guarded(job, () -> begin(job, mail));
        } finally {
            tell();
        }
    }

    /** Sends what is left in the buffer; nothing waits for an answer. */
    void flush() {
        if (!isLost()) {
            guarded(null, pipeline::flush);
        }
        tell();
    }

    /** Waits for all answers. */
    void finish() {
        if (!isLost()) {
            guarded(null, pipeline::drain);
        }
        tell();
    }

    private void guarded(@Nullable Job job, Runnable work) {
        try {
            work.run();
            if (!dialogue.isOpen()) {
                ended = dialogue.closedBefore("MAIL FROM");
            }
        } catch (RuntimeException e) {
            if (job != null) {
                job.failed(e);
            }
            if (!dialogue.wire().isUsable()) {
                ended = e instanceof NetException || e instanceof LimitExceeded ? e : cut(e);
            }
        } catch (Error e) {
            dialogue.wire().abort(); // half a command or half a message may be on its way
            ended = cut(e);
            if (job != null) {
                job.failed(ended);
            }
            throw e;
        }
    }

    private ConnectionLost cut(Throwable cause) {
        Wire wire = dialogue.wire();
        return new ConnectionLost(
                wire.server(), wire.during(), "it was cut, as a message broke: " + cause, "open a new session", cause);
    }

    private void begin(Job job, MailObject mail) {
        checkOpen();
        new Demands(dialogue.wire(), terms.extensions()).check(mail.envelope());
        Letter letter = Letter.of(
                mail.message(),
                mail.envelope(),
                terms.extensions(),
                dialogue.wire().server());
        mail.envelope().sender().ifPresent(Paths::of);
        mail.envelope().recipients().forEach(recipient -> Paths.of(recipient.mailbox()));
        for (List<Integer> places : Split.of(mail.envelope(), terms.extensions())) {
            checkRoom();
            Transaction transaction = new Transaction(pipeline, terms, job.envelope(places), letter);
            job.add(places, transaction);
            runOrBreakOff(transaction, letter);
        }
        job.isBegun();
    }

    private void runOrBreakOff(Transaction transaction, Letter letter) {
        boolean done = false;
        try {
            run(transaction, letter);
            done = true;
        } finally {
            if (!done) {
                transaction.breaksOff();
            }
        }
    }

    private void run(Transaction transaction, Letter letter) {
        if (proven && transaction.isSeamless()) {
            byte[] octets = letter.octets();
            transaction.begin();
            transaction.goOn(octets);
            return;
        }
        transaction.begin();
        pipeline.drain();
        proven = true;
        transaction.goOn();
    }

    private void checkOpen() {
        if (pipeline.isEmpty()) {
            dialogue.expectNothing();
        }
        if (!dialogue.isOpen()) {
            throw dialogue.closedBefore("MAIL FROM");
        }
    }

    private void checkRoom() {
        OptionalInt most = terms.extensions().limit("MAILMAX");
        if (most.isPresent() && pipeline.begun() >= most.getAsInt()) {
            SessionSpent spent = new SessionSpent(dialogue.wire().server(), most.getAsInt());
            ended = spent;
            throw spent;
        }
    }

    private boolean isLost() {
        return ended != null && (!dialogue.isOpen() || !dialogue.wire().isUsable());
    }

    private void tell() {
        boolean lost = isLost();
        for (Job job = jobs.peek(); job != null && (lost || job.isOver()); job = jobs.peek()) {
            jobs.remove();
            told.accept(job.handover(lost ? ended : null));
        }
    }
}
