package dev.tegami.internal.mime.tnef;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.Damage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The MAPI properties of one object (MS-OXTNEF section 2.1.3.4); of several values the first one counts. */
public final class Properties {
    private static final Properties NONE = new Properties(Map.of());
    /** Seconds between 1601 and 1970. */
    private static final long EPOCH = 11_644_473_600L;

    private final Map<Integer, PropertyValue> values;

    private Properties(Map<Integer, PropertyValue> values) {
        this.values = values;
    }

    public static Properties none() {
        return NONE;
    }

    /** Reads one list; what follows damage is not read. */
    public static Properties read(ArrayOctets octets, int offset, Damage.Sink damage) {
        LittleEndian in = new LittleEndian(octets);
        return in.has(4) ? read(in, in.length(), offset, damage) : NONE;
    }

    private static Properties read(LittleEndian in, long count, int offset, Damage.Sink damage) {
        Map<Integer, PropertyValue> values = new HashMap<>();
        for (long i = 0; i < count; i++) {
            int at = offset + in.position();
            if (!PropertyValue.read(in, at, values)) {
                damage.found(Damage.DAMAGED_TNEF, at, "property " + (i + 1) + " of " + count + " cannot be read");
                in.takeAtMost(in.left());
                break;
            }
        }
        return new Properties(values);
    }

    /** Reads the lists of a table, such as the recipients, up to some number of them. */
    public static List<Properties> rows(ArrayOctets octets, int most, int offset, Damage.Sink damage) {
        List<Properties> rows = new ArrayList<>();
        LittleEndian in = new LittleEndian(octets);
        long count = in.has(4) ? in.length() : 0;
        for (long i = 0; i < Math.min(count, most) && in.has(4); i++) {
            rows.add(read(in, in.length(), offset, damage));
        }
        return rows;
    }

    public @Nullable PropertyValue value(int id) {
        return values.get(id);
    }

    /** A text, without the NUL that ends it; null if there is none that says anything. */
    public @Nullable String text(int id, Charset narrow) {
        PropertyValue value = values.get(id);
        if (value == null || !value.isText()) {
            return null;
        }
        Charset charset = value.type() == PropertyValue.WIDE_TEXT ? StandardCharsets.UTF_16LE : narrow;
        String text = text(value.data(), charset);
        return text.isEmpty() ? null : text;
    }

    /** Decodes a text up to the NUL that ends it. */
    public static String text(ArrayOctets octets, Charset charset) {
        String text = Charsets.decode(charset, octets.array(), octets.from(), octets.to());
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    public int number(int id, int otherwise) {
        PropertyValue value = values.get(id);
        return value == null || value.type() != PropertyValue.NUMBER ? otherwise : (int) value.bits();
    }

    /** A point in time, in the years that mail knows. */
    public @Nullable Instant time(int id) {
        PropertyValue value = values.get(id);
        if (value == null || value.type() != PropertyValue.TIME) {
            return null;
        }
        long ticks = value.bits();
        long seconds = ticks / 10_000_000 - EPOCH;
        return ticks <= 0 || seconds > 253_402_300_799L ? null : Instant.ofEpochSecond(seconds);
    }
}
