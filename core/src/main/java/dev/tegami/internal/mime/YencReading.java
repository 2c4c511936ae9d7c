package dev.tegami.internal.mime;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One file or piece of a file in yEnc, while its lines are read. */
final class YencReading {
    private final YencLine begin;
    private final long start;
    private final YencDecoder decoder = new YencDecoder();
    private final CRC32 crc = new CRC32();
    private long from;
    private long count;
    private long first = 1;
    private long last = -1;
    private boolean anyData;

    YencReading(YencLine begin, long start, long from) {
        this.begin = begin;
        this.start = start;
        this.from = from;
    }

    long start() {
        return start;
    }

    /** Whether no data has come. */
    boolean isEmpty() {
        return !anyData;
    }

    void part(YencLine line, long next) {
        first = line.number("begin");
        last = line.number("end");
        from = next;
        anyData = true;
    }

    /** Decodes in place. */
    void data(byte[] line, int n) {
        anyData = true;
        int decoded = decoder.decode(line, 0, n, line, 0);
        crc.update(line, 0, decoded);
        count += decoded;
    }

    private boolean isPiece() {
        return begin.number("part") > 0;
    }

    /** What is wrong, or nothing. */
    String trouble(@Nullable YencLine end) {
        long promised = isPiece() ? last - first + 1 : begin.number("size");
        if (end == null) {
            return count + " of " + promised + " octets, and no last line";
        }
        if (isPiece() && (first < 1 || last < first || last > begin.number("size"))) {
            return "a piece from " + first + " to " + last;
        }
        if (count != promised || (end.number("size") >= 0 && end.number("size") != count)) {
            return count + " octets instead of " + promised + " or " + end.number("size");
        }
        long stated = end.crc(isPiece() ? "pcrc32" : "crc32");
        return stated < 0 || stated == crc.getValue() ? "" : "wrong CRC";
    }

    TextFile file(@Nullable YencLine end, long to, long next) {
        int number = small(begin.number("part"));
        long size = begin.number("size");
        long whole = end == null ? -1 : end.crc("crc32");
        TextFile.Piece piece = new TextFile.Piece(
                from,
                Math.max(from, to),
                number,
                small(begin.number("total")),
                size,
                isPiece() ? first - 1 : 0,
                count,
                whole);
        return new TextFile(begin.name(), start, next, piece);
    }

    private static int small(long number) {
        return (int) Math.max(0, Math.min(number, Integer.MAX_VALUE));
    }
}
