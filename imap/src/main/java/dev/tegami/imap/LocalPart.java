package dev.tegami.imap;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Disposition;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.net.Receive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;

/** A part of a message that is here already. */
final class LocalPart implements PartView {
    private final Part part;

    LocalPart(Part part) {
        this.part = part;
    }

    @Override
    public ContentType contentType() {
        return part.contentType();
    }

    @Override
    public Optional<Disposition> disposition() {
        return part.disposition();
    }

    @Override
    public Optional<String> fileName() {
        return part.fileName();
    }

    @Override
    public Optional<String> contentId() {
        return part.contentId();
    }

    @Override
    public OptionalLong encodedSize() {
        return OptionalLong.of(part.rawBody().size());
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public <T> T receive(Receive<T> receive) {
        return pour(decoded(part), receive);
    }

    private static Source decoded(Part part) {
        if (part.body() instanceof Content content) {
            return content.decoded();
        }
        return part.body() instanceof Embedded embedded ? embedded.message().raw() : part.rawBody();
    }

    /** Hands on what a source gives, and commits only when all of it is there. */
    static <T> T pour(Source source, Receive<T> receive) {
        try {
            Receive.Sink<T> sink = receive.open(source.size());
            boolean complete = false;
            try {
                source.writeTo(sink.stream());
                complete = true;
                return sink.commit();
            } finally {
                if (!complete) {
                    sink.abandon();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
