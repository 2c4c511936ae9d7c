package dev.tegami.imap.internal.command;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Looks for NUL, the one octet that plain literals may not hold; long lines and lone line ends they may. */
public final class NulScan extends OutputStream {
    private boolean isFound;

    private NulScan() {}

    /** Whether there is a NUL anywhere in a message. */
    public static boolean finds(Message message) {
        NulScan scan = new NulScan();
        try {
            message.writeTo(scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan.isFound;
    }

    @Override
    public void write(int octet) {
        isFound |= octet == 0;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        for (int i = from; i < from + length && !isFound; i++) {
            isFound = octets[i] == 0;
        }
    }
}
