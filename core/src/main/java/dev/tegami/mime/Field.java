package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.FieldEncoder;
import dev.tegami.internal.mime.FieldText;
import dev.tegami.internal.mime.Texts;
import dev.tegami.internal.mime.Unfold;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One header field (RFC 5322 section 2.2): its octets as they were received or will be written, and views of them. Two
 * fields are equal if their octets are.
 *
 * <pre>{@code
 * Message changed = message.withHeader(message.header().with(Field.of("Subject", "Re: 議事録")));
 * }</pre>
 */
public final class Field {
    private final byte[] data;
    private final int start;
    private final int colon;
    private final int end;
    private @Nullable String decoded;

    Field(byte[] data, int start, int colon, int end) {
        this.data = data;
        this.start = start;
        this.colon = colon;
        this.end = end;
    }

    /**
     * Makes a field of unstructured text, such as a subject. Text beyond US-ASCII becomes encoded words (RFC 2047).
     *
     * @param name the field's name
     * @param value its value
     * @return the field, folded
     * @throws MimeException if the name is none, or the value holds CR, LF, NUL or half a surrogate pair
     */
    public static Field of(String name, String value) {
        return text(name, value, FieldEncoder.of(StandardCharsets.UTF_8));
    }

    /**
     * Makes a field whose value is already in the field's own grammar: US-ASCII, with encoded words where needed. It
     * is folded at its blanks.
     *
     * @param name the field's name
     * @param value its value
     * @return the field, folded
     * @throws MimeException if the name is none, or the value holds CR, LF, NUL or anything beyond US-ASCII
     */
    public static Field structured(String name, String value) {
        checkName(name);
        checkText(name, value);
        if (!Ascii.isAscii(value)) {
            throw new MimeException("the value of " + name + " is not US-ASCII", "use Field.of for text");
        }
        return ofOctets(FieldEncoder.of(StandardCharsets.UTF_8).structured(name, value));
    }

    /**
     * Makes a field of addresses, such as To.
     *
     * @param name the field's name
     * @param addresses its addresses
     * @return the field, folded between addresses
     * @throws MimeException if the name is none, or an address is incomplete
     */
    public static Field addresses(String name, List<? extends Address> addresses) {
        return addresses(name, addresses, FieldEncoder.of(StandardCharsets.UTF_8));
    }

    /**
     * Takes a whole field as it stands, already folded, with its line end: the way out for what nothing else can
     * express.
     *
     * @param octets name, colon, value and CRLF
     * @return the field
     * @throws MimeException if that is not exactly one field
     */
    public static Field raw(byte[] octets) {
        Header one = Header.parse(octets.clone());
        if (one.fields().size() != 1 || !one.isExactlyFields()) {
            throw new MimeException("the octets are not exactly one header field", "end them with one CRLF");
        }
        return one.fields().get(0);
    }

    static Field text(String name, String value, FieldEncoder encoder) {
        checkName(name);
        checkText(name, value);
        return ofOctets(encoder.text(name, value));
    }

    static Field addresses(String name, List<? extends Address> addresses, FieldEncoder encoder) {
        checkName(name);
        List<String> tokens = new ArrayList<>();
        for (Address address : addresses) {
            if (!tokens.isEmpty()) {
                tokens.set(tokens.size() - 1, tokens.get(tokens.size() - 1) + ",");
            }
            tokens.addAll(AddressWriter.tokens(address, encoder));
        }
        return ofOctets(encoder.tokens(name, tokens));
    }

    static Field tokens(String name, List<String> tokens) {
        return ofOctets(FieldEncoder.of(StandardCharsets.UTF_8).tokens(name, tokens));
    }

    private static Field ofOctets(byte[] octets) {
        int at = 0;
        while (octets[at] != ':') {
            at++;
        }
        return new Field(octets, 0, at, octets.length);
    }

    static void checkName(String name) {
        boolean good = !name.isEmpty() && name.length() < 900;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            good &= c > ' ' && c < 127 && c != ':';
        }
        if (!good) {
            throw new MimeException("not a header field name", "use printable US-ASCII without blanks and colons");
        }
    }

    static void checkText(String name, String value) {
        String trouble = Texts.trouble(value);
        if (!trouble.isEmpty()) {
            throw new MimeException("the value of " + name + " holds " + trouble, "remove it");
        }
    }

    /**
     * Gives the name as it is written.
     *
     * @return the name, which compares without regard to case
     */
    public String name() {
        int stop = colon;
        while (stop > start && (data[stop - 1] == ' ' || data[stop - 1] == '\t')) {
            stop--;
        }
        return Ascii.latin1(data, start, stop);
    }

    /**
     * Compares the name.
     *
     * @param name a name in any case
     * @return whether it is this field's
     */
    public boolean isNamed(String name) {
        return Ascii.equalsIgnoreCase(name(), name);
    }

    /**
     * Gives the value as people read it: unfolded, encoded words decoded, octets outside of them taken as UTF-8 (or
     * Windows-1252 where they are not).
     *
     * @return the value without white space around it
     */
    public String value() {
        String known = decoded;
        if (known == null) {
            known = FieldText.of(data, colon + 1, end);
            decoded = known;
        }
        return known;
    }

    /**
     * Gives the octets, with all folding and the line end.
     *
     * @return a copy
     */
    public byte[] raw() {
        return Arrays.copyOfRange(data, start, end);
    }

    /** The value with its octets as Latin-1 characters, unfolded, nothing decoded. */
    String unfolded() {
        return Unfold.body(data, colon + 1, end);
    }

    int start() {
        return start;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Field field && Arrays.equals(data, start, end, field.data, field.start, field.end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + data[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return name() + ": " + value();
    }
}
