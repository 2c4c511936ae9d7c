package dev.tegami.imap;

import java.util.List;

/** IMAP's address of a stretch of a message (RFC 9051 §6.4.5). */
public final class Section {
    /** The whole message. */
    public static final Section ALL = new Section("", "");
    /** The header of the message. */
    public static final Section HEADER = new Section("HEADER", "");
    /** The body of the message. */
    public static final Section TEXT = new Section("TEXT", "");

    private final String spec;
    private final String range;

    private Section(String spec, String range) {
        this.spec = spec;
        this.range = range;
    }

    /**
     * Names the content of a part, still encoded.
     *
     * @param number such as {@code 1.2}, see {@link Structure#section()}
     * @return the section
     * @throws IllegalArgumentException if that is not numbers and dots
     */
    public static Section part(String number) {
        if (!number.matches("[1-9][0-9]{0,8}(\\.[1-9][0-9]{0,8}){0,200}")) {
            throw new IllegalArgumentException("not the number of a part");
        }
        return new Section(number, "");
    }

    /**
     * Names the MIME header of a part.
     *
     * @param number such as {@code 1.2}
     * @return the section
     */
    public static Section mime(String number) {
        return new Section(part(number).spec + ".MIME", "");
    }

    /**
     * Names some fields of the header.
     *
     * @param names the names of the fields
     * @return the section
     * @throws IllegalArgumentException for what is no field name
     */
    public static Section fields(String... names) {
        for (String name : names) {
            if (!name.matches("[!-9;-~&&[^(){%*\"\\\\\\]]]{1,200}")) {
                throw new IllegalArgumentException("not the name of a field");
            }
        }
        return new Section("HEADER.FIELDS (" + String.join(" ", List.of(names)) + ")", "");
    }

    /**
     * Takes a stretch of this section only.
     *
     * @param from the first octet, 0 or more
     * @param length the most octets, 1 or more
     * @return the changed copy
     * @throws IllegalArgumentException for numbers outside of that
     */
    public Section partial(long from, long length) {
        if (from < 0 || length < 1) {
            throw new IllegalArgumentException("not a stretch: " + from + "." + length);
        }
        return new Section(spec, "<" + from + "." + length + ">");
    }

    /**
     * Gives the section as in the command, without brackets.
     *
     * @return such as {@code 1.MIME}, or an empty string for the whole
     */
    public String specification() {
        return spec;
    }

    /** Whether it is more than a stretch. */
    boolean isWhole() {
        return range.isEmpty();
    }

    String item() {
        return "BODY.PEEK[" + spec + "]" + range;
    }

    String binaryItem() {
        if (!spec.matches("[0-9.]*")) {
            throw new IllegalArgumentException("not a part: " + spec);
        }
        return "BINARY.PEEK[" + spec + "]" + range;
    }

    /** Gives the section in brackets. */
    @Override
    public String toString() {
        return "[" + spec + "]" + range;
    }
}
