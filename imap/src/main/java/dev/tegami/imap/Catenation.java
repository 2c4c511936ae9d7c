package dev.tegami.imap;

import dev.tegami.imap.internal.command.Catenate;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message that the server makes of pieces, some of which it has already (RFC 4469): a forwarded attachment need not be
 * fetched to be sent back. Immutable.
 *
 * <pre>{@code
 * imap.append("Drafts", Catenation.of(headerAndFirstPart)
 *         .section("INBOX", inbox.uidValidity(), 7, Section.part("2"))
 *         .text("\r\n--b--\r\n")
 *         .flags(Flag.DRAFT));
 * }</pre>
 */
public final class Catenation {
    private final List<Catenate.Piece> pieces;
    private final Set<Flag> flags;
    private final Optional<OffsetDateTime> internalDate;

    private Catenation(List<Catenate.Piece> pieces, Set<Flag> flags, Optional<OffsetDateTime> internalDate) {
        this.pieces = pieces;
        this.flags = flags;
        this.internalDate = internalDate;
    }

    /**
     * Begins with a text, which has CR and LF at the ends of its lines.
     *
     * @param text the text
     * @return the message so far
     */
    public static Catenation of(String text) {
        return new Catenation(List.of(), Set.of(), Optional.empty()).text(text);
    }

    /**
     * Begins with what the server has.
     *
     * @param folder the name of the folder
     * @param uidValidity the epoch of its UIDs, see {@link Folder#uidValidity()}; 0 for any
     * @param uid the message
     * @param section the whole of it, or a stretch
     * @return the message so far
     */
    public static Catenation of(String folder, long uidValidity, long uid, Section section) {
        return new Catenation(List.of(), Set.of(), Optional.empty()).section(folder, uidValidity, uid, section);
    }

    private Catenation with(Catenate.Piece piece) {
        List<Catenate.Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return new Catenation(List.copyOf(more), flags, internalDate);
    }

    /**
     * Goes on with a text, which has CR and LF at the ends of its lines.
     *
     * @param text the text
     * @return the changed copy
     */
    public Catenation text(String text) {
        return octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Goes on with octets.
     *
     * @param octets the octets
     * @return the changed copy
     */
    public Catenation octets(byte[] octets) {
        return with(new Catenate.Text(octets.clone()));
    }

    /**
     * Goes on with what the server has, without fetching it.
     *
     * @param folder the name of the folder
     * @param uidValidity the epoch of its UIDs, see {@link Folder#uidValidity()}; 0 for any
     * @param uid the message
     * @param section the whole of it, or a stretch
     * @return the changed copy
     */
    public Catenation section(String folder, long uidValidity, long uid, Section section) {
        return with(new Catenate.Url(folder, uidValidity, uid, section.specification()));
    }

    /**
     * Says which flags the message gets.
     *
     * @param all the flags
     * @return the changed copy
     */
    public Catenation flags(Flag... all) {
        return new Catenation(pieces, Set.copyOf(List.of(all)), internalDate);
    }

    /**
     * Says when it arrived, to the second.
     *
     * @param moment the moment
     * @return the changed copy
     */
    public Catenation internalDate(OffsetDateTime moment) {
        return new Catenation(pieces, flags, Optional.of(moment));
    }

    Catenate into(String folder) {
        return new Catenate(folder, pieces, flags, internalDate);
    }
}
