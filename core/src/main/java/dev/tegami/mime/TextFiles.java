package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import dev.tegami.internal.mime.Decoded;
import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.TextFile;
import dev.tegami.internal.mime.TextFileScanner;
import dev.tegami.internal.mime.Yenc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that stand in the text of a part instead of being parts: uuencoded, or in yEnc, as old mail and Usenet have
 * them. Looking for them reads the text once and keeps none of it; a file's octets are decoded whenever they are read.
 * Immutable.
 *
 * <pre>{@code
 * for (Part file : TextFiles.in(message.root()).files()) {
 *     System.out.println(file.fileName().orElse("unnamed"));
 * }
 * }</pre>
 */
public final class TextFiles {
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> files = new ArrayList<>();
    private final List<YencPiece> pieces = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private TextFiles() {}

    /**
     * Looks for files in a part.
     *
     * @param part a part whose content is text
     * @return what was found; nothing in a multipart or a message
     * @throws UncheckedIOException if the source cannot be read
     */
    public static TextFiles in(Part part) {
        TextFiles found = new TextFiles();
        Optional<Content> content = part.content();
        if (content.isPresent()) {
            found.read(content.get());
        }
        return found;
    }

    private void read(Content content) {
        Octets octets = content.plain();
        List<TextFile> found;
        try (InputStream text = octets.open()) {
            found = TextFileScanner.scan(
                    text,
                    content.options().limits().parts(),
                    (kind, offset, detail) ->
                            findings.add(new Finding(Finding.Kind.valueOf(kind.name()), offset, detail)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long at = 0;
        for (TextFile file : found) {
            text(content, octets, at, file.start());
            add(octets, file);
            at = file.end();
        }
        if (!found.isEmpty()) {
            text(content, octets, at, -1);
        }
    }

    private void text(Content content, Octets octets, long from, long to) {
        Source text = OctetSource.of(excerpt(octets, from, to));
        ContentType type = content.contentType();
        boolean isText = type.type().equals("text");
        if (to != from && !isBlank(text)) {
            ContentType kind = isText ? type : ContentType.PLAIN;
            parts.add(Part.of(
                    Header.of(List.of(kind.field())), Content.of(text, kind, TransferEncoding.QUOTED_PRINTABLE)));
        }
    }

    /** The octets from one offset to another, or to the end if that is -1. */
    private static Octets excerpt(Octets octets, long from, long to) {
        return octets.size() < 0
                ? new SuppliedOctets(octets::open, () -> new SourceChanged("the source gave fewer octets"), from, to)
                : octets.slice(from, to < 0 ? octets.size() : to);
    }

    private static boolean isBlank(Source text) {
        try (InputStream in = text.open()) {
            byte[] buffer = new byte[1 << 10];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Octets octets, TextFile file) {
        String name = Harmless.text(file.name());
        if (!file.isYenc()) {
            Octets lines = excerpt(octets, file.start(), file.end());
            add(file(name, OctetSource.of(Decoded.of(lines, Encoding.UUENCODE))));
            return;
        }
        TextFile.Piece piece = file.piece();
        Source data = OctetSource.of(new Yenc(excerpt(octets, piece.from(), piece.to()), piece.length()));
        if (piece.number() == 0) {
            add(file(name, data));
        } else {
            pieces.add(new YencPiece(
                    name,
                    piece.number(),
                    piece.total(),
                    piece.size(),
                    piece.begin(),
                    piece.length(),
                    piece.crc(),
                    data));
        }
    }

    private void add(Part file) {
        parts.add(file);
        files.add(file);
    }

    static Part file(String name, Source octets) {
        ContentType byName = MediaTypes.of(name);
        ContentType type = byName.type().equals("message") ? ContentType.OCTETS : byName;
        Disposition disposition = Disposition.attachment();
        Field field = (name.isEmpty() ? disposition : disposition.with("filename", name)).field();
        return Part.of(Header.of(List.of(type.field(), field)), Content.of(octets, type, TransferEncoding.BASE64));
    }

    /**
     * Lists all of a text that has files in it: the texts before, between and behind them, and the files, in their
     * order, as a multipart would hold them.
     *
     * @return the parts; none if there is no file
     */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /**
     * Lists the files alone.
     *
     * @return the files in their order, as attachments
     */
    public List<Part> files() {
        return List.copyOf(files);
    }

    /**
     * Lists pieces of files in yEnc, of which other messages have the rest.
     *
     * @return the pieces in their order
     */
    public List<YencPiece> pieces() {
        return List.copyOf(pieces);
    }

    /**
     * Lists what is wrong with them.
     *
     * @return the findings; offsets count from the start of the decoded text
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
