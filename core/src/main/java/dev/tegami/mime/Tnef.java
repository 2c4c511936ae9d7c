package dev.tegami.mime;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Damage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code winmail.dat} holds: the message that Outlook or Exchange put into one part of type {@code
 * application/ms-tnef} (MS-OXTNEF, MS-OXRTFCP). Its texts, attached files with their long names and attached messages
 * become parts. Damage is stepped over and listed. Immutable.
 *
 * <pre>{@code
 * for (Part part : message.attachments()) {
 *     if (Tnef.isTnef(part)) {
 *         part = Tnef.read(part).message().root();
 *     }
 * }
 * }</pre>
 */
public final class Tnef {
    private static final Set<String> TYPES = Set.of("ms-tnef", "vnd.ms-tnef");

    private final Message message;
    private final List<Finding> findings;

    private Tnef(Message message, List<Finding> findings) {
        this.message = message;
        this.findings = List.copyOf(findings);
    }

    /**
     * Tells whether a part says it is TNEF: by its type, or by the name {@code winmail.dat} and a type that says nothing.
     *
     * @param part any part
     * @return true if so
     */
    public static boolean isTnef(Part part) {
        ContentType type = part.contentType();
        if (!type.type().equals("application") || part.content().isEmpty()) {
            return false;
        }
        boolean saysNothing = type.subtype().equals("octet-stream");
        boolean isNamed = part.fileName().filter(Tnef::isUsualName).isPresent();
        return TYPES.contains(type.subtype()) || (saysNothing && isNamed);
    }

    private static boolean isUsualName(String name) {
        return Ascii.equalsIgnoreCase(name, "winmail.dat");
    }

    /**
     * Reads a part, whatever it says it is. Other octets than TNEF give an empty message and a finding.
     *
     * @param part the part
     * @return what it holds; nothing if the part is a multipart or a message
     * @throws LimitExceeded if the decoded part is longer than the {@link Limits#memory} the message was read with
     * @throws UncheckedIOException if the source cannot be read
     */
    public static Tnef read(Part part) {
        Optional<Content> content = part.content();
        ParseOptions options = content.map(Content::options).orElse(ParseOptions.lenient());
        return read(ArrayOctets.of(content.map(Content::bytes).orElse(new byte[0])), options);
    }

    /**
     * Reads a TNEF stream of its own.
     *
     * @param source the octets
     * @param limits the bounds: {@link Limits#memory} bounds the stream and each unpacked RTF, {@link Limits#nesting}
     *     messages in messages, and {@link Limits#parts} the attachments of each of them
     * @return what it holds
     * @throws IOException if the source cannot be read
     * @throws LimitExceeded if the stream is longer than {@link Limits#memory}
     */
    public static Tnef read(Source source, Limits limits) throws IOException {
        ArrayOctets octets = Bounded.read(OctetSource.octets(source), source.size(), limits.memory());
        return read(octets, ParseOptions.lenient().limits(limits));
    }

    private static Tnef read(ArrayOctets octets, ParseOptions options) {
        List<Finding> findings = new ArrayList<>();
        Damage.Sink damage =
                (kind, offset, detail) -> findings.add(new Finding(Finding.Kind.valueOf(kind.name()), offset, detail));
        return new Tnef(new TnefReader(options, damage, 1).read(octets, 0), findings);
    }

    /**
     * Gives what is inside as a message: the subject, date and addresses that the stream names, its texts (plain, RTF
     * and HTML are alternatives), and its attachments.
     *
     * @return the message
     */
    public Message message() {
        return message;
    }

    /**
     * Lists what is wrong in the stream, inside attached messages as well.
     *
     * @return the findings; offsets count from the start of the stream
     */
    public List<Finding> findings() {
        return findings;
    }
}
