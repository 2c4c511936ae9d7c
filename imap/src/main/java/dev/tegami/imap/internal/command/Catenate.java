package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.Flag;
import dev.tegami.imap.internal.response.InternalDate;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** APPEND with CATENATE (RFC 4469). */
public record Catenate(String folder, List<Piece> pieces, Set<Flag> flags, Optional<OffsetDateTime> internalDate)
        implements Command<Appended> {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~/";

    /** What the message is made of. */
    public sealed interface Piece permits Text, Url {}

    /** Octets that are sent along. */
    public static final class Text implements Piece {
        private final byte[] octets;

        public Text(byte[] octets) {
            this.octets = octets;
        }
    }

    /** What the server has already. */
    public record Url(String folder, long uidValidity, long uid, String section) implements Piece {}

    @Override
    public String name() {
        return "APPEND";
    }

    @Override
    public boolean sendsMessages() {
        return true;
    }

    @Override
    public void write(Script script) {
        script.raw("APPEND ").folder(folder).raw(" ");
        if (!flags.isEmpty()) {
            Store.list(script, flags);
            script.raw(" ");
        }
        internalDate.ifPresent(date -> script.raw('"' + InternalDate.write(date) + "\" "));
        script.raw("CATENATE (");
        String gap = "";
        for (Piece piece : pieces) {
            script.raw(gap);
            if (piece instanceof Url url) {
                script.raw("URL ").string(written(url));
            } else if (piece instanceof Text text) {
                script.raw("TEXT ").literal(text.octets.length, out -> out.write(text.octets), "");
            }
            gap = " ";
        }
        script.raw(")");
    }

    /** A relative address (RFC 5092 §7): names in UTF-8, all but the plainest characters escaped. */
    private static String written(Url url) {
        String validity = url.uidValidity() == 0 ? "" : ";UIDVALIDITY=" + url.uidValidity();
        String section = url.section().isEmpty() ? "" : "/;SECTION=" + escaped(url.section());
        return "/" + escaped(url.folder()) + validity + "/;UID=" + url.uid() + section;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(octet));
        }
        return out.toString();
    }

    @Override
    public Appended result(Tagged done) {
        return AppendUid.of(done.code()).orElse(Appended.UNKNOWN);
    }
}
