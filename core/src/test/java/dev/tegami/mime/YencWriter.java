package dev.tegami.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;

/** Writes files in yEnc, whole or in pieces. */
final class YencWriter {
    private YencWriter() {}

    static byte[] whole(String name, byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "=ybegin line=128 size=" + octets.length + " name=" + name);
        data(out, octets);
        line(out, "=yend size=" + octets.length + " crc32=" + crc(octets));
        return out.toByteArray();
    }

    static byte[] piece(String name, byte[] octets, int number, int total, int from, int to) {
        byte[] own = Arrays.copyOfRange(octets, from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "=ybegin part=" + number + " total=" + total + " line=128 size=" + octets.length + " name=" + name);
        line(out, "=ypart begin=" + (from + 1) + " end=" + to);
        data(out, own);
        line(out, "=yend size=" + own.length + " part=" + number + " pcrc32=" + crc(own) + " crc32=" + crc(octets));
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void data(ByteArrayOutputStream out, byte[] octets) {
        int column = 0;
        for (byte octet : octets) {
            int moved = (octet + 42) & 0xFF;
            if (moved == 0 || moved == '\r' || moved == '\n' || moved == '=') {
                out.write('=');
                moved += 64;
                column++;
            }
            out.write(moved);
            if (++column >= 128) {
                line(out, "");
                column = 0;
            }
        }
        line(out, "");
    }

    private static String crc(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
