package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Boundary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body of parts: a multipart (RFC 2046 section 5.1). What stands between the parts, in front of the first and behind
 * the last is kept and written back octet for octet.
 *
 * <pre>{@code
 * Parts parts = Parts.of(ContentType.of("multipart", "mixed"), List.of(text, picture));
 * Part root = Part.of(Header.empty(), parts);
 * }</pre>
 */
public final class Parts implements Body {
    private final ContentType type;
    private final String boundary;
    private final List<Part> parts;
    private final Supplier<List<Octets>> gaps;
    private final @Nullable Octets whole;

    Parts(ContentType type, String boundary, List<Part> parts, Supplier<List<Octets>> gaps, @Nullable Octets whole) {
        this.type = type;
        this.boundary = boundary;
        this.parts = parts;
        this.gaps = gaps;
        this.whole = whole;
    }

    /**
     * Makes a multipart; the octets of its parts are written as they are.
     *
     * @param type a multipart type; without a boundary parameter it gets a random one
     * @param parts the parts, at least one; they are read if there is a boundary, to see that they do not hold it
     * @return the body
     * @throws MimeException if the type is no multipart, its boundary is none or stands in a part, or there is no part
     * @throws UncheckedIOException if a part cannot be read
     */
    public static Parts of(ContentType type, List<Part> parts) {
        if (!type.type().equals("multipart") || parts.isEmpty()) {
            throw new MimeException("not a multipart: " + type, "give a multipart type and at least one part");
        }
        String boundary = type.parameter("boundary").orElseGet(Boundary::random);
        if (!Boundary.isValid(boundary)) {
            throw new MimeException("not a boundary", "use 1 to 70 characters as RFC 2046 section 5.1.1 lists them");
        }
        if (type.parameter("boundary").isPresent()) {
            refuse(parts, boundary);
        }
        return new Parts(
                type.with("boundary", boundary),
                boundary,
                List.copyOf(parts),
                fixed(gaps(boundary, parts.size())),
                null);
    }

    private static void refuse(List<Part> parts, String boundary) {
        if (holds(parts, boundary)) {
            throw new MimeException("a part holds the boundary", "choose another, or none for a random one");
        }
    }

    /** Whether one of the parts would be cut in two by a multipart with that boundary. */
    static boolean holds(List<Part> parts, String boundary) {
        for (Part part : parts) {
            try (InputStream octets = part.octets().open()) {
                if (Boundary.isIn(octets, boundary)) {
                    return true;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    private static List<Octets> gaps(String boundary, int count) {
        List<Octets> gaps = new ArrayList<>(count + 1);
        Octets between = ascii("\r\n--" + boundary + "\r\n");
        gaps.add(ascii("--" + boundary + "\r\n"));
        for (int i = 1; i < count; i++) {
            gaps.add(between);
        }
        gaps.add(ascii("\r\n--" + boundary + "--\r\n"));
        return gaps;
    }

    private static Octets ascii(String text) {
        return ArrayOctets.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Lists the parts.
     *
     * @return the parts in their order
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * Gives the type, with its boundary.
     *
     * @return the type
     */
    public ContentType contentType() {
        return type;
    }

    /**
     * Gives the boundary.
     *
     * @return the boundary without hyphens
     */
    public String boundary() {
        return boundary;
    }

    /**
     * Gives what stands before the first delimiter, without the line end that belongs to the delimiter (RFC 2046
     * section 5.1.1). Where no delimiter was found, that is everything.
     *
     * @return the octets as Latin-1 characters
     */
    public String preamble() {
        String first = latin1(gaps().get(0));
        String delimiter = "--" + boundary;
        if (first.startsWith(delimiter)) {
            return "";
        }
        int at = first.lastIndexOf("\n" + delimiter);
        if (at < 0) {
            return first;
        }
        return first.substring(0, at > 0 && first.charAt(at - 1) == '\r' ? at - 1 : at);
    }

    /**
     * Gives what stands behind the closing delimiter's line.
     *
     * @return the octets as Latin-1 characters; empty if the multipart is not closed
     */
    public String epilogue() {
        String last = latin1(gaps().get(parts.size()));
        String close = "--" + boundary + "--";
        int at = last.startsWith(close) ? 0 : last.indexOf("\n" + close) + 1;
        if (!last.startsWith(close, at)) {
            return "";
        }
        int lineEnd = last.indexOf('\n', at);
        return lineEnd < 0 ? "" : last.substring(lineEnd + 1);
    }

    private static String latin1(Octets octets) {
        return new String(OctetSource.bytes(octets), StandardCharsets.ISO_8859_1);
    }

    /**
     * Puts another part in the place of one; everything between the parts stays.
     *
     * @param old one of {@link #parts}, this very one
     * @param replacement what comes in its place
     * @return a new body
     * @throws MimeException if {@code old} is none of the parts, or its replacement holds the boundary
     */
    public Parts replace(Part old, Part replacement) {
        int at = position(old);
        refuse(List.of(replacement), boundary);
        List<Part> changed = new ArrayList<>(parts);
        changed.set(at, replacement);
        return new Parts(type, boundary, List.copyOf(changed), gaps, null);
    }

    /** Puts other parts in the places of all. */
    Parts with(List<Part> others) {
        return new Parts(type, boundary, List.copyOf(others), gaps, null);
    }

    boolean isReceived() {
        return whole != null;
    }

    /**
     * Adds a part behind the last one.
     *
     * @param part what to add
     * @return a new body
     * @throws MimeException if the part holds the boundary
     */
    public Parts plus(Part part) {
        return plus(List.of(part));
    }

    Parts plus(List<Part> added) {
        refuse(added, boundary);
        List<Part> changed = new ArrayList<>(parts);
        changed.addAll(added);
        List<Octets> more = new ArrayList<>(gaps());
        more.addAll(more.size() - 1, Collections.nCopies(added.size(), ascii("\r\n--" + boundary + "\r\n")));
        if (parts.isEmpty()) {
            more = gaps(boundary, added.size());
        }
        return new Parts(type, boundary, List.copyOf(changed), fixed(more), null);
    }

    /**
     * Takes a part out, with the delimiter before it.
     *
     * @param part one of {@link #parts}, this very one
     * @return a new body
     * @throws MimeException if it is none of the parts, or the only one
     */
    public Parts minus(Part part) {
        int at = position(part);
        if (parts.size() == 1) {
            throw new MimeException("a multipart needs a part", "remove the multipart itself");
        }
        List<Part> changed = new ArrayList<>(parts);
        changed.remove(at);
        List<Octets> fewer = new ArrayList<>(gaps());
        fewer.remove(at == 0 ? 1 : at);
        return new Parts(type, boundary, List.copyOf(changed), fixed(fewer), null);
    }

    private int position(Part part) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == part) {
                return i;
            }
        }
        throw new MimeException("the part is none of this multipart's", "take it from parts()");
    }

    @Override
    public Source encoded() {
        return OctetSource.of(octets());
    }

    /** What stands before each part and behind the last: delimiter lines, preamble, epilogue. */
    List<Octets> gaps() {
        return gaps.get();
    }

    private static Supplier<List<Octets>> fixed(List<Octets> octets) {
        return () -> octets;
    }

    Octets octets() {
        if (whole != null) {
            return whole;
        }
        List<Octets> between = gaps();
        List<Octets> pieces = new ArrayList<>(parts.size() * 2 + 1);
        for (int i = 0; i < parts.size(); i++) {
            pieces.add(between.get(i));
            pieces.add(parts.get(i).octets());
        }
        pieces.add(between.get(parts.size()));
        return new JoinedOctets(pieces);
    }
}
