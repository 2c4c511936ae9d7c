package dev.tegami.imap;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Disposition;
import dev.tegami.mime.Part;
import dev.tegami.net.Receive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A part that is on the server. */
final class RemotePart implements PartView {
    private final MessageView view;
    private final Described described;

    RemotePart(MessageView view, Described described) {
        this.view = view;
        this.described = described;
    }

    @Override
    public ContentType contentType() {
        return described.header().contentType();
    }

    @Override
    public Optional<Disposition> disposition() {
        return described.header().disposition();
    }

    @Override
    public Optional<String> fileName() {
        return described.header().fileName();
    }

    @Override
    public Optional<String> contentId() {
        return described.header().contentId();
    }

    @Override
    public OptionalLong encodedSize() {
        long size = described.structure().size();
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public Part part() {
        return view.parts(List.of(described)).get(0);
    }

    @Override
    public <T> T receive(Receive<T> receive) {
        return view.receive(described, receive);
    }
}
