package dev.tegami.dns;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the DNS says of a certificate: the content of one SMIMEA record (RFC 8162), which is that of TLSA (RFC 6698 section
 * 2.1). Immutable.
 */
public final class Association {
    private final int usage;
    private final int selector;
    private final int matching;
    private final byte[] data;

    private Association(int usage, int selector, int matching, byte[] data) {
        this.usage = usage;
        this.selector = selector;
        this.matching = matching;
        this.data = data;
    }

    /**
     * Takes the content of a record.
     *
     * @param record its octets
     * @return the association
     * @throws IllegalArgumentException if they are fewer than a record has
     */
    public static Association of(byte[] record) {
        if (record.length < 4) {
            throw new IllegalArgumentException("no SMIMEA record: " + record.length + " octets");
        }
        return new Association(
                record[0] & 0xff, record[1] & 0xff, record[2] & 0xff, Arrays.copyOfRange(record, 3, record.length));
    }

    /**
     * Tells how to use it.
     *
     * @return 0 an authority on a path, 1 a certificate with a path, 2 an authority without one, 3 a certificate without one
     */
    public int usage() {
        return usage;
    }

    /**
     * Tells what of a certificate it is about.
     *
     * @return 0 all of it, 1 its public key
     */
    public int selector() {
        return selector;
    }

    /**
     * Tells how it is compared.
     *
     * @return 0 octet by octet, 1 by SHA-256, 2 by SHA-512
     */
    public int matching() {
        return matching;
    }

    /**
     * Gives what is compared.
     *
     * @return the octets, a copy
     */
    public byte[] data() {
        return data.clone();
    }

    @Override
    public String toString() {
        return usage + " " + selector + " " + matching + " " + HexFormat.of().formatHex(data);
    }
}
