package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Content;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Compares a view over IMAP with the view of the parsed message, part by part and octet by octet. */
final class ViewComparison {
    private ViewComparison() {}

    static void check(MessageView view, Message message) throws IOException {
        assertThat(view.text()).isEqualTo(message.text());
        assertThat(view.html()).isEqualTo(message.html());
        check(view.textBody(), message.textBody());
        check(view.htmlBody(), message.htmlBody());
        check(view.attachments(), message.attachments());
    }

    private static void check(List<PartView> views, List<Part> parts) throws IOException {
        assertThat(views).hasSameSizeAs(parts);
        for (int i = 0; i < parts.size(); i++) {
            PartView view = views.get(i);
            Part part = parts.get(i);
            assertThat(view.fileName()).isEqualTo(part.fileName());
            assertThat(view.contentId()).isEqualTo(part.contentId());
            assertThat(view.contentType()
                            .is(part.contentType().type() + "/"
                                    + part.contentType().subtype()))
                    .isTrue();
            assertThat(octets(view.part().raw())).isEqualTo(octets(part.raw()));
            assertThat(view.bytes(1 << 20)).isEqualTo(octets(decoded(part)));
        }
    }

    private static Source decoded(Part part) {
        if (part.body() instanceof Content content) {
            return content.decoded();
        }
        return ((Embedded) part.body()).message().raw();
    }

    static byte[] octets(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        source.writeTo(out);
        return out.toByteArray();
    }
}
