package dev.tegami.store;

/** Watches octets go by for the first empty line. */
final class HeaderEnd {
    private boolean past;
    private boolean lineEmpty = true;

    /** Tells how many of the next octets still belong to the header, its empty line included. */
    int pass(byte[] octets, int offset, int length) {
        if (past) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            byte octet = octets[offset + i];
            if (octet == '\n') {
                if (lineEmpty) {
                    past = true;
                    return i + 1;
                }
                lineEmpty = true;
            } else if (octet != '\r') {
                lineEmpty = false;
            }
        }
        return length;
    }

    boolean isPast() {
        return past;
    }
}
