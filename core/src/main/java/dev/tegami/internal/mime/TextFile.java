package dev.tegami.internal.mime;

/**
 * A file that stands in a text.
 *
 * @param name its name
 * @param start where the line that begins it starts
 * @param end where the line behind it starts
 * @param piece what yEnc says of it; nothing for uuencode
 */
public record TextFile(String name, long start, long end, Piece piece) {
    /** Of uuencode. */
    public static final Piece UUENCODE = new Piece(0, 0, 0, 0, 0, 0, 0, -1);

    /**
     * What yEnc says, checked or as it was found.
     *
     * @param from where the lines of data start
     * @param to where they end
     * @param number which piece it is; 0 if it is the whole file
     * @param total of how many, or 0 if that is not said
     * @param size of the whole file
     * @param begin where in the file the piece starts, from 0
     * @param length how many octets it has
     * @param crc the checksum of the whole file, or -1
     */
    public record Piece(long from, long to, int number, int total, long size, long begin, long length, long crc) {}

    public boolean isYenc() {
        return piece.to > 0;
    }
}
