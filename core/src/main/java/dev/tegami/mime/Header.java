package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.HeaderIndex;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A header: fields in their order (RFC 5322 section 2.2). Immutable; a change gives a new header in which every other
 * field keeps its octets, and lines that are no fields stay where they are.
 *
 * <pre>{@code
 * String agent = message.header().first("User-Agent").map(Field::value).orElse("unknown");
 * }</pre>
 */
public final class Header {
    private static final Header EMPTY = parse(new byte[0]);
    private static final byte[] CRLF = {'\r', '\n'};

    private final byte[] data;
    private final int from;
    private final int length;
    private final int[] index;

    Header(byte[] data, int from, int length, int[] index) {
        this.data = data;
        this.from = from;
        this.length = length;
        this.index = index;
    }

    /**
     * Gives the header without fields.
     *
     * @return an empty header
     */
    public static Header empty() {
        return EMPTY;
    }

    /**
     * Makes a header.
     *
     * @param fields its fields, in order
     * @return the header
     */
    public static Header of(List<Field> fields) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        fields.forEach(field -> append(octets, field.raw()));
        return parse(octets.toByteArray());
    }

    static Header parse(byte[] octets) {
        HeaderIndex read = HeaderIndex.of(octets);
        return new Header(octets, 0, read.length(), read.index());
    }

    /** Whether every octet given to {@link #parse} belongs to a field. */
    boolean isExactlyFields() {
        return length == data.length && length > 0 && data[length - 1] == '\n';
    }

    private static void append(ByteArrayOutputStream octets, byte[] line) {
        octets.write(line, 0, line.length);
        if (line.length > 0 && line[line.length - 1] != '\n') {
            octets.write(CRLF, 0, 2);
        }
    }

    /**
     * Lists the fields.
     *
     * @return all fields in their order
     */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(index.length / 3);
        for (int i = 0; i < index.length; i += 3) {
            if (index[i + 1] >= 0) {
                fields.add(field(i));
            }
        }
        return fields;
    }

    /**
     * Finds a field.
     *
     * @param name its name in any case
     * @return the first field of that name
     */
    public Optional<Field> first(String name) {
        return Optional.ofNullable(find(name));
    }

    @Nullable
    Field find(String name) {
        for (int i = 0; i < index.length; i += 3) {
            if (isNamed(i, name)) {
                return field(i);
            }
        }
        return null;
    }

    /**
     * Finds fields.
     *
     * @param name their name in any case
     * @return all fields of that name in their order
     */
    public List<Field> all(String name) {
        List<Field> found = new ArrayList<>();
        for (int i = 0; i < index.length; i += 3) {
            if (isNamed(i, name)) {
                found.add(field(i));
            }
        }
        return found;
    }

    /**
     * Sets a field: it takes the place of the first one of its name, others of that name go; where there was none it
     * comes last.
     *
     * @param fields the fields to set
     * @return a new header
     */
    public Header with(Field... fields) {
        Map<String, Field> wanted = new LinkedHashMap<>();
        for (Field field : fields) {
            wanted.put(Ascii.lower(field.name()), field);
        }
        boolean[] kept = new boolean[index.length / 3];
        Set<String> written = new HashSet<>();
        for (int i = 0; i < index.length; i += 3) {
            String name = name(i);
            kept[i / 3] = !wanted.containsKey(name) || written.add(name);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(length + 80 * fields.length);
        for (int i = 0; i < index.length; i += 3) {
            if (stays(i, kept)) {
                Field replacement = wanted.get(name(i));
                append(octets, replacement == null ? raw(i) : replacement.raw());
            }
        }
        wanted.keySet().removeAll(written);
        wanted.values().forEach(field -> append(octets, field.raw()));
        return parse(octets.toByteArray());
    }

    /**
     * Adds fields at the end, whatever is there already.
     *
     * @param fields the fields to add
     * @return a new header
     */
    public Header plus(Field... fields) {
        ByteArrayOutputStream octets = octets(0, index.length);
        for (Field field : fields) {
            append(octets, field.raw());
        }
        return parse(octets.toByteArray());
    }

    /**
     * Adds fields at the top, as trace fields want it.
     *
     * @param fields the fields to add, the first one topmost
     * @return a new header
     */
    public Header prepend(Field... fields) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (Field field : fields) {
            append(octets, field.raw());
        }
        append(octets, octets(0, index.length).toByteArray());
        return parse(octets.toByteArray());
    }

    /**
     * Removes fields.
     *
     * @param name their name in any case
     * @return a header without any field of that name
     */
    public Header without(String name) {
        if (find(name) == null) {
            return this;
        }
        boolean[] kept = new boolean[index.length / 3];
        for (int i = 0; i < index.length; i += 3) {
            kept[i / 3] = !isNamed(i, name);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(length);
        for (int i = 0; i < index.length; i += 3) {
            if (stays(i, kept)) {
                append(octets, raw(i));
            }
        }
        return parse(octets.toByteArray());
    }

    private String name(int i) {
        return index[i + 1] < 0 ? "" : Ascii.lower(field(i).name());
    }

    /** A line that is no field goes when no field follows it any more: it would end the header. */
    private boolean stays(int i, boolean[] kept) {
        if (!kept[i / 3] || index[i + 1] >= 0 || i + 3 == index.length) {
            return kept[i / 3];
        }
        int next = i + 3;
        while (next < index.length && !kept[next / 3]) {
            next += 3;
        }
        return next < index.length && (index[next + 1] >= 0 || next + 3 == index.length);
    }

    private ByteArrayOutputStream octets(int first, int stop) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(length + 80);
        for (int i = first; i < stop; i += 3) {
            append(octets, raw(i));
        }
        return octets;
    }

    private byte[] raw(int i) {
        return Arrays.copyOfRange(data, from + index[i], from + Math.min(index[i + 2], length));
    }

    private boolean isNamed(int i, String name) {
        int start = from + index[i];
        int colon = from + index[i + 1];
        int n = name.length();
        if (colon < start + n || index[i + 1] < 0) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            if (Ascii.lower(data[start + k]) != Ascii.lower(name.charAt(k))) {
                return false;
            }
        }
        for (int k = start + n; k < colon; k++) {
            if (data[k] != ' ' && data[k] != '\t') {
                return false;
            }
        }
        return true;
    }

    private Field field(int i) {
        return new Field(data, from + index[i], from + index[i + 1], from + Math.min(index[i + 2], length));
    }

    int length() {
        return length;
    }

    /** The octets of all lines, without the empty line after them. */
    byte[] octets() {
        return Arrays.copyOfRange(data, from, from + length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header header && Arrays.equals(octets(), header.octets());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets());
    }

    @Override
    public String toString() {
        return new String(octets(), StandardCharsets.UTF_8);
    }
}
