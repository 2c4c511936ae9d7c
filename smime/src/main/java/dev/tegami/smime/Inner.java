package dev.tegami.smime;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.util.List;

/** What goes inside of a layer and what stays outside: the fields about the content, and all others. */
final class Inner {
    private Inner() {}

    /** The part to protect: the content with its own fields only. */
    static Part part(Message message) {
        List<Field> own =
                message.header().fields().stream().filter(Fields::isContent).toList();
        return message.root().with(Header.of(own));
    }

    /** The fields that stay outside. */
    static Header outside(Message message) {
        Header header = Header.of(message.header().fields().stream()
                .filter(field -> !Fields.isContent(field))
                .toList());
        return header.first("MIME-Version").isPresent() ? header : header.with(Field.structured("MIME-Version", "1.0"));
    }

    /** The content under the message's own fields. */
    static Message merge(Message outer, Part content) {
        List<Field> own =
                content.header().fields().stream().filter(Fields::isContent).toList();
        Header merged = outside(outer).plus(own.toArray(new Field[0]));
        return Message.of(content.with(merged));
    }
}
