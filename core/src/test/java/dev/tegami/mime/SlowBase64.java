package dev.tegami.mime;

import java.io.ByteArrayOutputStream;

/** Base64 one letter at a time, stepping over everything foreign: what the fast decoder has to agree with. */
final class SlowBase64 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private SlowBase64() {}

    static byte[] decode(byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder quantum = new StringBuilder();
        for (byte octet : octets) {
            char letter = (char) (octet & 0xFF);
            if (letter == '=') {
                end(quantum, out);
            } else if (ALPHABET.indexOf(letter) >= 0) {
                quantum.append(letter);
            }
            if (quantum.length() == 4) {
                end(quantum, out);
            }
        }
        end(quantum, out);
        return out.toByteArray();
    }

    private static void end(StringBuilder quantum, ByteArrayOutputStream out) {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = (bits << 6) | (i < quantum.length() ? ALPHABET.indexOf(quantum.charAt(i)) : 0);
        }
        for (int i = 0; i < quantum.length() * 6 / 8; i++) {
            out.write(bits >> (16 - 8 * i));
        }
        quantum.setLength(0);
    }
}
