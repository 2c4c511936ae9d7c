package dev.tegami.imap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a folder after a {@link Folder#sync sync}: its messages and their flags. Immutable; takes eight
 * octets a message, plus each different set of flags once. Keep it as octets, and give it to the next sync.
 *
 * <pre>{@code
 * FolderState before = Files.exists(file) ? FolderState.parse(Files.readAllBytes(file)) : FolderState.empty();
 * Sync news = inbox.sync(before);
 * Files.write(file, news.state().toBytes());
 * }</pre>
 */
public final class FolderState {
    private static final FolderState EMPTY = new FolderState(0, 0, new int[0], new int[0], List.of());

    private final long uidValidity;
    private final long modSeq;
    private final int[] uids;
    private final int[] flags;
    private final List<Set<Flag>> palette;

    /** Takes the arrays as they are: unsigned UIDs in rising order, and for each the place of its flags. */
    FolderState(long uidValidity, long modSeq, int[] uids, int[] flags, List<Set<Flag>> palette) {
        this.uidValidity = uidValidity;
        this.modSeq = modSeq;
        this.uids = uids;
        this.flags = flags;
        this.palette = palette;
    }

    /**
     * Gives the state before the first sync.
     *
     * @return a state with no message
     */
    public static FolderState empty() {
        return EMPTY;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @param octets the octets
     * @return the state
     * @throws IllegalArgumentException if they are damaged: begin with {@link #empty} then
     */
    public static FolderState parse(byte[] octets) {
        return StateFormat.read(octets);
    }

    /**
     * Writes the state, with a checksum.
     *
     * @return the octets
     */
    public byte[] toBytes() {
        return StateFormat.write(this);
    }

    /**
     * Gives the epoch of the UIDs.
     *
     * @return the number, 0 before the first sync
     */
    public long uidValidity() {
        return uidValidity;
    }

    /**
     * Gives the number of the last change the state knows of (RFC 7162).
     *
     * @return the number, 0 where the server has none
     */
    public long modSeq() {
        return modSeq;
    }

    /**
     * Counts the messages.
     *
     * @return how many
     */
    public int size() {
        return uids.length;
    }

    /**
     * Gives the messages.
     *
     * @return their UIDs
     */
    public UidSet uids() {
        return UidSet.of(IntStream.range(0, uids.length).mapToLong(this::uid).toArray());
    }

    /**
     * Gives the flags of a message.
     *
     * @param uid its UID
     * @return its flags without {@link Flag#RECENT}, or nothing where there is no such message
     */
    public Optional<Set<Flag>> flags(long uid) {
        int at = find(uid);
        return at < 0 ? Optional.empty() : Optional.of(palette.get(flags[at]));
    }

    long uid(int at) {
        return Integer.toUnsignedLong(uids[at]);
    }

    /** The place of a message, or as {@link Arrays#binarySearch(long[], long)} says where it would be. */
    int find(long uid) {
        return search(uids, uids.length, uid);
    }

    static int search(int[] uids, int length, long uid) {
        int low = 0;
        int high = length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(Integer.toUnsignedLong(uids[middle]), uid);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The UIDs, not to be written to. */
    int[] rawUids() {
        return uids;
    }

    /** For each UID the place of its flags in the palette, not to be written to. */
    int[] rawFlags() {
        return flags;
    }

    List<Set<Flag>> palette() {
        return palette;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FolderState state
                && state.uidValidity == uidValidity
                && state.modSeq == modSeq
                && Arrays.equals(state.uids, uids)
                && IntStream.range(0, uids.length)
                        .allMatch(i -> state.palette.get(state.flags[i]).equals(palette.get(flags[i])));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(uidValidity) * 31 + Arrays.hashCode(uids);
    }

    @Override
    public String toString() {
        return "FolderState[" + uids.length + " messages, UIDVALIDITY " + uidValidity + ", MODSEQ " + modSeq + "]";
    }
}
