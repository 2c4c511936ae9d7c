package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a whole message once for what the scanner jumps over: damaged encodings, NUL, and CR and LF that stand alone.
 * Each kind of octet is reported once with the place of the first and their number; each encoded body once.
 */
public final class BodyAudit extends OutputStream {
    /** The body of an entity without parts. */
    private record Leaf(long from, long to, EncodingAudit audit) {}

    private final List<Leaf> leaves;
    private final Damage.Sink sink;
    private final Tally nul = new Tally();
    private final Tally cr = new Tally();
    private final Tally lf = new Tally();
    private int leaf;
    private long position;
    private boolean anyCrlf;
    private boolean afterCr;
    private long lastCr = -1;

    private BodyAudit(List<Leaf> leaves, Damage.Sink sink) {
        this.leaves = leaves;
        this.sink = sink;
    }

    /** Looks at all octets of the message. */
    public static void of(Octets message, ScanLimits limits, Damage.Sink sink) throws IOException {
        BodyAudit audit = new BodyAudit(leaves(message, limits), sink);
        message.writeTo(audit);
        audit.finish();
    }

    private static List<Leaf> leaves(Octets message, ScanLimits limits) throws IOException {
        Damage.Sink deaf = (damage, offset, detail) -> {};
        if (message instanceof ArrayOctets array) {
            return leaves(Scanner.over(array.array(), array.from(), array.to(), limits, deaf));
        }
        try (InputStream in = message.open()) {
            return leaves(Scanner.over(in, message.size(), limits, deaf));
        }
    }

    private static List<Leaf> leaves(Scanner scanner) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        List<Entity> open = new ArrayList<>();
        Scanner.Event event;
        while ((event = scanner.next()) != Scanner.Event.DONE) {
            if (event == Scanner.Event.START) {
                open.add(scanner.entity());
                continue;
            }
            Entity entity = open.remove(open.size() - 1);
            Encoding encoding = entity.shape == Entity.Shape.LEAF ? entity.encoding() : Encoding.SEVEN_BIT;
            if (encoding != Encoding.SEVEN_BIT && encoding != Encoding.EIGHT_BIT && entity.bodyStart < scanner.end()) {
                leaves.add(new Leaf(entity.bodyStart, scanner.end(), EncodingAudit.of(encoding)));
            }
        }
        return leaves;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
        int at = off;
        int end = off + len;
        while (at < end) {
            Leaf here = leaf < leaves.size() ? leaves.get(leaf) : null;
            boolean inside = here != null && here.from() <= position;
            long next = here == null ? Long.MAX_VALUE : inside ? here.to() : here.from();
            int stop = (int) Math.min(end, at + next - position);
            if (inside && here != null) {
                here.audit().look(b, at, stop, position);
            }
            if (inside && here != null && here.audit().isBinary()) {
                endCr();
            } else {
                lines(b, at, stop);
            }
            position += stop - at;
            at = stop;
            leaf += inside && position == next ? 1 : 0;
        }
    }

    private void lines(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == '\n' || c == '\r' || c == 0) {
                control(c, position + i - from);
            } else if (afterCr) {
                endCr();
            }
        }
    }

    private void control(byte c, long at) {
        if (c == '\n' && afterCr) {
            afterCr = false;
            anyCrlf = true;
            return;
        }
        endCr();
        if (c == '\n') {
            lf.add(at);
        } else if (c == 0) {
            nul.add(at);
        } else {
            afterCr = true;
            lastCr = at;
        }
    }

    /** A CR behind which no LF came. */
    private void endCr() {
        if (afterCr) {
            cr.add(lastCr);
        }
        afterCr = false;
    }

    private void finish() {
        endCr();
        nul.report(Damage.NUL, "NUL", sink);
        cr.report(Damage.BARE_CR, "CR without LF", sink);
        lf.report(anyCrlf ? Damage.BARE_LF : Damage.LF_LINES, "LF without CR", sink);
        for (Leaf done : leaves) {
            done.audit().report(sink);
        }
    }

    /** The place of the first, and how many there are. */
    static final class Tally {
        private long first = -1;
        private long count;

        void add(long at) {
            first = count++ == 0 ? at : first;
        }

        void report(Damage damage, String what, Damage.Sink sink) {
            if (count > 0) {
                sink.found(damage, first, what + ", " + count + (count == 1 ? " time" : " times"));
            }
        }
    }
}
