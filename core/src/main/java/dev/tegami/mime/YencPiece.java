package dev.tegami.mime;

import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A piece of a file that was split over several messages in yEnc (draft 1.3).
 *
 * <pre>{@code
 * List<YencPiece> pieces = new ArrayList<>();
 * for (Message letter : letters) {
 *     pieces.addAll(TextFiles.in(letter.root()).pieces());
 * }
 * Part file = YencPiece.join(pieces);
 * }</pre>
 *
 * @param name the name of the file
 * @param number which piece it is, from 1
 * @param total of how many, or 0 if it does not say
 * @param size how many octets the file has
 * @param begin where in the file the piece starts, from 0
 * @param length how many octets the piece has
 * @param crc the checksum (CRC-32) of the whole file, or -1 if the piece does not say it
 * @param octets the piece itself, decoded
 */
public record YencPiece(
        String name, int number, int total, long size, long begin, long length, long crc, Source octets) {
    /**
     * Puts the pieces of one file together, whatever their order.
     *
     * @param pieces all of them
     * @return the file, as an attachment
     * @throws MimeException if there are none, some are missing or there twice, they are of several files, or the
     *     whole has another checksum than a piece says
     * @throws UncheckedIOException if a source cannot be read
     */
    public static Part join(Collection<YencPiece> pieces) {
        List<YencPiece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingInt(YencPiece::number));
        if (sorted.isEmpty()) {
            throw new MimeException("no pieces to join", "give all pieces of one file");
        }
        YencPiece first = sorted.get(0);
        long at = 0;
        int number = 1;
        for (YencPiece piece : sorted) {
            if (!piece.name.equals(first.name) || piece.size != first.size) {
                throw new MimeException(
                        "pieces of several files: " + first.name + " and " + piece.name, "sort them by name and size");
            }
            if (piece.number != number) {
                boolean isTwice = piece.number < number;
                throw new MimeException(
                        "piece " + (isTwice ? piece.number : number) + (isTwice ? " is there twice" : " is missing"),
                        "give every piece once");
            }
            if (piece.begin != at) {
                throw new MimeException(
                        "piece " + number + " starts at " + piece.begin + " instead of " + at,
                        "ask for the pieces again");
            }
            at += piece.length;
            number++;
        }
        int total = sorted.stream().mapToInt(YencPiece::total).max().orElse(0);
        if (at != first.size || total >= number) {
            throw new MimeException(
                    "piece " + number + " is missing: " + at + " of " + first.size + " octets",
                    "give every piece once");
        }
        return TextFiles.file(first.name, checked(sorted));
    }

    private static Source checked(List<YencPiece> pieces) {
        List<Octets> octets =
                pieces.stream().map(piece -> OctetSource.octets(piece.octets)).toList();
        Source whole = OctetSource.of(new JoinedOctets(octets));
        long crc = pieces.stream().mapToLong(YencPiece::crc).max().orElse(-1);
        if (crc >= 0 && crc != crc(whole)) {
            throw new MimeException("the file has another checksum than its pieces say", "ask for the pieces again");
        }
        return whole;
    }

    private static long crc(Source source) {
        CRC32 crc = new CRC32();
        try {
            source.writeTo(new OutputStream() {
                @Override
                public void write(int b) {
                    crc.update(b);
                }

                @Override
                public void write(byte[] b, int off, int len) {
                    crc.update(b, off, len);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crc.getValue();
    }
}
