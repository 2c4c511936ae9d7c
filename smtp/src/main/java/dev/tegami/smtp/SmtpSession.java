package dev.tegami.smtp;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Wire;
import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.NetException;
import dev.tegami.smtp.internal.Inquiry;
import dev.tegami.smtp.internal.Verb;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A session with an SMTP server, or an LMTP server ({@link Lmtp}): any number of messages, one by one or as a batch. One thread at a time, a second one fails
 * at once; only {@link #abort()} may come from another thread.
 *
 * <pre>{@code
 * try (SmtpSession session = Smtp.at("smtp.example.org").login("ada", secret).open()) {
 *     letters.forEach(session::send);
 * }
 * }</pre>
 */
public final class SmtpSession implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.tegami.smtp");
    static final Protocol PROTOCOL = Dialect.SMTP.protocol();

    private final ReentrantLock turn = new ReentrantLock();
    private final Wire wire;
    private final Dialogue dialogue;
    private final Terms terms;
    private final Pipeline pipeline;
    private int most = Integer.MAX_VALUE;

    private SmtpSession(Wire wire, Dialogue dialogue, Terms terms) {
        this.wire = wire;
        this.dialogue = dialogue;
        this.terms = terms;
        this.pipeline = new Pipeline(dialogue, terms.extensions());
    }

    static SmtpSession open(ConnectOptions options, Manner manner) {
        return over(Wire.dial(options, manner.dialect().protocol()), manner);
    }

    static SmtpSession over(Wire wire, String clientName) {
        return over(wire, Manner.of(Dialect.SMTP).introducedAs(clientName));
    }

    static SmtpSession over(Wire wire, Manner manner) {
        Dialogue dialogue = new Dialogue(wire);
        boolean ready = false;
        try {
            Extensions extensions = new Handshake(dialogue, manner).run();
            Terms terms = new Terms(manner.dialect(), extensions, manner.transfer());
            SmtpSession session = new SmtpSession(wire, dialogue, terms);
            ready = true;
            return session;
        } finally {
            if (!ready) {
                wire.abort();
            }
        }
    }

    /**
     * Tells what the server offers.
     *
     * @return the extensions, as told after TLS and before login
     */
    public Extensions extensions() {
        return terms.extensions();
    }

    /**
     * Tells whether TLS protects the session.
     *
     * @return true if it does
     */
    public boolean isSecure() {
        return wire.isSecure();
    }

    /**
     * Sends a message with the envelope its header names: {@link Envelope#of(Message)}.
     *
     * @param message the message; its Bcc is taken out
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody; the session goes on
     * @throws DeliveryUnknown if the connection was lost before the server's last word
     * @throws NetException if the session broke, or the message cannot travel
     */
    public Receipt send(Message message) {
        return send(message, Envelope.of(message));
    }

    /**
     * Sends a message. It is re-encoded only where the server's extensions demand it, and never if it is signed.
     *
     * @param message the message; its Bcc is taken out
     * @param envelope from whom and to whom
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody; the session goes on
     * @throws ExtensionMissing if the server cannot carry the message unharmed; nothing was sent, the session goes on
     * @throws MessageTooLarge if the server says that it takes no such message; nothing was sent, the session goes on
     * @throws SessionSpent if the server takes no more messages in this session; nothing was sent
     * @throws DeliveryUnknown if the connection was lost before the server's last word
     * @throws NetException if the session broke
     * @throws java.io.UncheckedIOException if the message could not be read to its end; nobody got it
     * @throws IllegalArgumentException if an address cannot be written
     * @throws IllegalStateException if another thread is using the session
     */
    public Receipt send(Message message, Envelope envelope) {
        return inTurn(() -> {
            List<Handover> only = new ArrayList<>(1);
            Batch batch = new Batch(pipeline, terms, only::add);
            batch.send(new MailObject(message, envelope));
            batch.finish();
            return only.get(0).orThrow();
        });
    }

    /**
     * Sends many messages. Where the server offers PIPELINING each is begun before the one before is answered, so that a
     * message costs one round trip; with {@link Smtp#inChunks()} and a server that offers CHUNKING none waits for any.
     * A message that fails does not stop those behind it, unless the session ends.
     *
     * @param mails the messages with their envelopes
     * @return how each of them went, in the same order; those that the end of the session left behind are
     *     {@link Handover.State#NOT_TRIED}
     * @throws IllegalStateException if another thread is using the session
     */
    public List<Handover> sendAll(List<MailObject> mails) {
        return inTurn(() -> {
            List<Handover> all = new ArrayList<>(mails.size());
            Batch batch = new Batch(pipeline, terms, all::add);
            mails.forEach(batch::send);
            batch.finish();
            return all;
        });
    }

    /**
     * Sends many messages one after another as {@link #sendAll(List)} does, holding few at a time.
     *
     * @param mails gives the messages; none is taken after the session ended
     * @param told is told how each message taken went, in the same order, on this thread; it must not use the session.
     *     If it throws, or the iterator does, no more are taken, those under way are brought to their end, and then the
     *     error is thrown
     * @throws NetException if the session ended before the messages did
     * @throws IllegalStateException if another thread is using the session
     */
    public void sendAll(Iterator<MailObject> mails, Consumer<? super Handover> told) {
        inTurn(() -> {
            new Run(pipeline, terms, told).through(mails);
            return mails;
        });
    }

    /**
     * Asks for a sign of life.
     *
     * @return the server's answer
     * @throws NetException if the session broke
     */
    public Reply noop() {
        return inTurn(() -> dialogue.call(Verb.NOOP));
    }

    /**
     * Asks whether a name is that of a mailbox (VRFY, RFC 5321 §3.5). Most servers answer 252: they will not say.
     *
     * @param name a user name or an address
     * @return the server's answer, which may be a refusal
     * @throws IllegalArgumentException for a name that is empty or holds CR, LF or NUL
     * @throws NetException if the session broke
     */
    public Reply verify(String name) {
        return inTurn(() -> dialogue.call(new Inquiry("VRFY", name)));
    }

    /**
     * Asks who is on a mailing list (EXPN, RFC 5321 §3.5). Most servers refuse.
     *
     * @param name the list
     * @return the server's answer, a member each line, or a refusal
     * @throws IllegalArgumentException for a name that is empty or holds CR, LF or NUL
     * @throws NetException if the session broke
     */
    public Reply expand(String name) {
        return inTurn(() -> dialogue.call(new Inquiry("EXPN", name)));
    }

    /**
     * Makes the server forget an unfinished transaction. {@link #send} does so itself where it is needed.
     *
     * @return the server's answer
     * @throws NetException if the session broke
     */
    public Reply reset() {
        return inTurn(() -> {
            Reply reply = dialogue.call(Verb.RSET);
            if (reply.isPositive()) {
                pipeline.isReset();
            }
            return reply;
        });
    }

    /** Sets how many transactions it may begin, beside what the server allows. */
    void limitedTo(int transactions) {
        most = Math.min(transactions, extensions().limit("MAILMAX").orElse(transactions));
    }

    /** Whether another message can be begun, as far as is known without asking. */
    boolean takesMore() {
        return dialogue.isOpen() && wire.isUsable() && pipeline.begun() < most;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turn.isHeldByCurrentThread() || !turn.tryLock()) {
            throw new IllegalStateException("the session is in use; one thread and one call at a time");
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Cuts the connection at once, from any thread; a call under way ends with {@link dev.tegami.net.Aborted}. */
    public void abort() {
        wire.abort();
    }

    /** Says goodbye, waits a moment for the answer, and closes. Never throws for what the network does. */
    @Override
    public void close() {
        if (!turn.tryLock()) {
            wire.abort();
            return;
        }
        try {
            if (dialogue.isOpen()) {
                dialogue.call(Verb.QUIT, dialogue.deadlines().close());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "QUIT to " + wire.server(), e);
        } finally {
            wire.close();
            turn.unlock();
        }
    }
}
