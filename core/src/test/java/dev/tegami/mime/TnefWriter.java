package dev.tegami.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes TNEF streams and lists of MAPI properties, well-formed or not. */
final class TnefWriter {
    static final int NARROW = 0x001E;
    static final int WIDE = 0x001F;
    static final int OCTETS = 0x0102;
    static final int OBJECT = 0x000D;
    static final int NUMBER = 0x0003;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TnefWriter() {
        number(0x223E9F78);
        word(1);
    }

    /** A list of properties. */
    static final class List {
        private final TnefWriter values = new TnefWriter();
        private int count;

        List text(int id, String text) {
            return value(WIDE, id, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        }

        List value(int type, int id, byte[] octets) {
            values.word(type);
            values.word(id);
            values.number(1);
            values.number(octets.length);
            values.padded(octets);
            count++;
            return this;
        }

        List number(int id, int number) {
            values.word(NUMBER);
            values.word(id);
            values.number(number);
            count++;
            return this;
        }

        /** A property that a set of names names. */
        List named(String name, int number) {
            values.word(NUMBER);
            values.word(0x8001);
            values.out.writeBytes(new byte[16]);
            values.number(1);
            byte[] octets = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
            values.number(octets.length);
            values.padded(octets);
            values.number(number);
            count++;
            return this;
        }

        byte[] octets() {
            TnefWriter list = new TnefWriter();
            list.out.reset();
            list.number(count);
            byte[] all = values.octets();
            list.out.write(all, 6, all.length - 6);
            return list.octets();
        }
    }

    TnefWriter attribute(int level, int id, byte[] data) {
        return attribute(level, id, data, 0);
    }

    /** With a checksum that is wrong by some amount. */
    TnefWriter attribute(int level, int id, byte[] data, int wrong) {
        out.write(level);
        number(id);
        number(data.length);
        out.writeBytes(data);
        int sum = wrong;
        for (byte octet : data) {
            sum += octet & 0xFF;
        }
        word(sum);
        return this;
    }

    /** An attachment by its old attributes. */
    TnefWriter file(String title, byte[] data) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (title + "\0").getBytes(StandardCharsets.ISO_8859_1));
        return attribute(2, 0x0006800F, data);
    }

    TnefWriter attachment(List properties) {
        attribute(2, 0x00069002, new byte[14]);
        return attribute(2, 0x00069005, properties.octets());
    }

    TnefWriter message(List properties) {
        return attribute(1, 0x00069003, properties.octets());
    }

    private void word(int value) {
        out.write(value);
        out.write(value >>> 8);
    }

    private void number(int value) {
        word(value);
        word(value >>> 16);
    }

    private void padded(byte[] octets) {
        out.writeBytes(octets);
        out.writeBytes(new byte[-octets.length & 3]);
    }

    byte[] octets() {
        return out.toByteArray();
    }
}
