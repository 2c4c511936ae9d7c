package dev.tegami.smtp;

import dev.tegami.net.ConnectionLost;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.smtp.Pipeline.Cleanliness;
import dev.tegami.smtp.internal.Bdat;
import dev.tegami.smtp.internal.Command;
import dev.tegami.smtp.internal.Verb;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One message through MAIL, RCPT and DATA or BDAT (RFC 5321 §3.3), its envelope in one go where PIPELINING allows. */
final class Transaction {
    private static final String END = "end of message";

    private final Pipeline pipeline;
    private final Dialogue dialogue;
    private final Terms terms;
    private final Envelope envelope;
    private final Letter letter;
    private final Parameters parameters;
    private final Tally tally;
    private final boolean chunked;
    private @Nullable Reply mailRefusal;
    private @Nullable Reply data;
    private @Nullable Reply stop;
    private @Nullable String closedAt;
    private boolean handedOver;
    private boolean over;

    Transaction(Pipeline pipeline, Terms terms, Envelope envelope, Letter letter) {
        this.pipeline = pipeline;
        this.dialogue = pipeline.dialogue();
        this.terms = terms;
        this.envelope = envelope;
        this.letter = letter;
        this.parameters = new Parameters(envelope, terms.extensions(), letter);
        this.tally = new Tally(envelope, terms.extensions());
        this.chunked = letter.isBinary() || (terms.transfer() == Transfer.CHUNKS && terms.has("CHUNKING"));
    }

    /** Whether all of it may be sent before any of it is answered: BDAT needs no leave, and its octets are few. */
    boolean isSeamless() {
        return chunked && !pipeline.isLockStep() && letter.isSmall();
    }

    /** Whether no answer is to come. */
    boolean isOver() {
        return over;
    }

    /** It breaks off here: no answer can bring it further. */
    void breaksOff() {
        over = true;
    }

    /** Sends the envelope; stops once it is clear that nothing will come of it. */
    void begin() {
        if (pipeline.isDirty()) {
            put(Verb.RSET, this::reset);
        }
        pipeline.begins(this);
        put(parameters.mail(), this::mail);
        envelope.recipients().forEach(recipient -> put(parameters.rcpt(recipient), this::rcpt));
        boolean nobody = pipeline.isLockStep() && !tally.hasAccepted();
        if (!chunked && !nobody && isWorthwhile()) {
            pipeline.put(Verb.DATA, dialogue.deadlines().dataStart(), noting("DATA", this::data));
        }
    }

    private boolean isWorthwhile() {
        return mailRefusal == null && dialogue.isOpen();
    }

    private void put(Command command, Consumer<Reply> taker) {
        if (isWorthwhile()) {
            pipeline.put(command, dialogue.deadlines().command(), noting(command.label(), taker));
        }
    }

    private Consumer<Reply> noting(String label, Consumer<Reply> taker) {
        return reply -> {
            if (!dialogue.isOpen()) {
                closedAt = label;
                over = true;
            }
            taker.accept(reply);
        };
    }

    private void reset(Reply reply) {
        if (dialogue.isOpen() && !reply.isPositive()) {
            throw dialogue.wire().violation("RSET was refused: " + reply);
        }
    }

    private void mail(Reply reply) {
        checkFinal("MAIL FROM", reply);
        if (!reply.isPositive()) {
            mailRefusal = reply;
        }
    }

    private void rcpt(Reply reply) {
        checkFinal("RCPT TO", reply);
        tally.note(reply);
    }

    private void checkFinal(String label, Reply reply) {
        if (reply.isIntermediate()) {
            throw dialogue.wire().violation("this is no answer to " + label + ": " + reply);
        }
    }

    private void data(Reply reply) {
        if (reply.isPositive()) {
            throw dialogue.wire().violation("this is no answer to DATA: " + reply);
        }
        data = reply;
    }

    /** Sends a small message behind its envelope, without waiting. */
    void goOn(byte[] octets) {
        if (!isWorthwhile()) {
            over = true;
            return;
        }
        pipeline.makeRoom(octets.length);
        if (!isWorthwhile()) {
            over = true;
            return;
        }
        dialogue.wire().beginBody("BDAT");
        dialogue.put(new Bdat(octets.length, Bdat.Place.LAST));
        handedOver = true;
        dialogue.wire().bodies().chunk(octets, 0, octets.length);
        expectEnd(octets.length);
    }

    /** Sends the message once the envelope was answered, if it is wanted. */
    void goOn() {
        if (!isWanted()) {
            over = true;
            endEmptyData();
            return;
        }
        dialogue.expectNothing();
        if (!dialogue.isOpen()) {
            closedAt = END;
            over = true;
            return;
        }
        MessageBody body = chunked ? new ChunkedBody(dialogue, letter) : new DataBody(dialogue, letter);
        try {
            stop = body.write().orElse(null);
        } finally {
            handedOver = body.isHandedOver();
        }
        if (stop != null) {
            over = true;
            return;
        }
        if (!chunked) {
            pipeline.leaves(this, Cleanliness.CLEAN); // as after any end of data; a chunk may fail and leave it open
        }
        expectEnd(0);
    }

    private boolean isWanted() {
        boolean asked = chunked || (data != null && data.isIntermediate());
        return isWorthwhile() && tally.hasAccepted() && asked;
    }

    /** The server asks for a message that has no recipient (RFC 2920 §3.1): it gets none. */
    private void endEmptyData() {
        if (data == null || !data.isIntermediate() || !dialogue.isOpen()) {
            return;
        }
        if (tally.hasAccepted()) {
            dialogue.wire().violation("MAIL was refused, and yet the server asks for the message");
            return;
        }
        dialogue.wire().begin("DATA", dialogue.deadlines().dataEnd());
        dialogue.wire().text(".").crlf().flush();
        dialogue.read();
    }

    private void expectEnd(int octets) {
        pipeline.expect(END, dialogue.deadlines().dataEnd(), octets, this::end);
    }

    private void end(Reply reply) {
        dialogue.concluding(reply);
        tally.conclude(reply);
        if (terms.answersEach() && !tally.isConcluded() && dialogue.isOpen()) {
            pipeline.again(END, dialogue.deadlines().dataEnd(), this::end);
            return;
        }
        over = true;
        boolean taken = tally.lastWord().filter(Reply::isPositive).isPresent();
        if (taken && isRefused()) {
            throw dialogue.wire().violation("the server took a message that had no sender or no recipient: " + reply);
        }
        pipeline.leaves(this, taken ? Cleanliness.CLEAN : Cleanliness.DIRTY);
    }

    private boolean isRefused() {
        return mailRefusal != null || !tally.hasAccepted();
    }

    /** Tells what came of it, after it was over or the connection broke. */
    Ending ending(@Nullable RuntimeException broken) {
        Optional<Reply> refusal = Optional.ofNullable(mailRefusal);
        if (closedAt != null) {
            return refused(closedAt, dialogue.closing().orElseThrow());
        }
        if (refusal.isPresent()) {
            return refused("MAIL FROM", refusal.get());
        }
        if (tally.isAnswered() && !tally.hasAccepted()) {
            return refused("RCPT TO", tally.refusal().orElseThrow());
        }
        if (data != null && !data.isIntermediate()) {
            return refused("DATA", data);
        }
        if (stop != null) {
            return refused(END, stop);
        }
        if (tally.lastWord().isPresent()) {
            return concluded(tally.lastWord().get(), broken);
        }
        if (handedOver && broken != null && dialogue.isOpen()) {
            return unknown(tally.unknown(), broken);
        }
        return Ending.of(tally.notTried(), broken == null ? closed() : broken);
    }

    private Ending concluded(Reply reply, @Nullable RuntimeException broken) {
        Receipt receipt = terms.answersEach() ? tally.answeredEach() : tally.answered(reply);
        if (receipt.has(Outcome.UNKNOWN)) {
            return unknown(receipt, broken == null ? closed() : broken);
        }
        return reply.isPositive()
                ? new Ending(receipt, Optional.empty())
                : Ending.of(receipt, new SmtpRefused(dialogue.wire().server(), END, reply, receipt));
    }

    private Ending unknown(Receipt receipt, RuntimeException cause) {
        return Ending.of(receipt, new DeliveryUnknown(dialogue.wire().server(), receipt, cause));
    }

    private Ending refused(String label, Reply reply) {
        Receipt receipt = tally.answered(reply);
        return Ending.of(receipt, new SmtpRefused(dialogue.wire().server(), label, reply, receipt));
    }

    private ConnectionLost closed() {
        return dialogue.closedBefore("MAIL FROM");
    }
}
