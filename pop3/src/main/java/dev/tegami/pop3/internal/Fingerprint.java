package dev.tegami.pop3.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes a message on and takes the SHA-256 of its header, empty line included, and of all of it. */
public final class Fingerprint extends OutputStream {
    private static final String[] NAMES = {"message-id:", "received:"};

    private final OutputStream out;
    private final MessageDigest header = sha256();
    private final MessageDigest all = sha256();
    private final boolean[] alive = new boolean[NAMES.length];
    private int candidates = NAMES.length;
    private int column;
    private boolean identifying;
    private boolean past;
    private boolean lineEmpty = true;
    private long size;

    public Fingerprint(OutputStream out) {
        this.out = out;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has no SHA-256", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        all.update(octets, offset, length);
        size += length;
        if (!past) {
            header.update(octets, offset, headerPart(octets, offset, length));
        }
    }

    private int headerPart(byte[] octets, int offset, int length) {
        for (int i = 0; i < length; i++) {
            byte octet = octets[offset + i];
            lineStart(octet);
            if (octet == '\n' && lineEmpty) {
                past = true;
                return i + 1;
            }
            lineEmpty = octet == '\n' || (octet == '\r' && lineEmpty);
        }
        return length;
    }

    private void lineStart(byte octet) {
        if (octet == '\n') {
            column = 0;
            candidates = NAMES.length;
        } else if (candidates > 0) {
            int matching = 0;
            for (int i = 0; i < NAMES.length; i++) {
                boolean fits =
                        column < NAMES[i].length() && NAMES[i].charAt(column) == Character.toLowerCase((char) octet);
                alive[i] = (column == 0 || alive[i]) && fits;
                matching += alive[i] ? 1 : 0;
                identifying |= alive[i] && column == NAMES[i].length() - 1;
            }
            candidates = matching;
            column++;
        }
    }

    /** Whether the header has a field that is different in every message. */
    public boolean isIdentifying() {
        return identifying;
    }

    public long size() {
        return size;
    }

    /** The hash of the header; asking again gives the same. */
    public String headerHash() {
        return hash(header);
    }

    /** The hash of all octets; asking again gives the same. */
    public String hash() {
        return hash(all);
    }

    private static String hash(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
        }
    }
}
