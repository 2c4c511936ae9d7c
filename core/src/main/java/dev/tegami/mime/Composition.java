package dev.tegami.mime;

import dev.tegami.internal.mime.FlowedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a draft shall hold, and how it is nested: mixed around alternative around related. */
final class Composition {
    /** A part that is made when the message is. */
    @FunctionalInterface
    interface Maker {
        Part make() throws IOException;
    }

    private @Nullable String text;
    private @Nullable String html;
    private @Nullable UnaryOperator<String> textOfHtml;
    private final List<Maker> forms = new ArrayList<>();
    private @Nullable Maker calendar;
    private final List<Maker> inlines = new ArrayList<>();
    private final List<Maker> attachments = new ArrayList<>();
    private @Nullable ContentType reportType;
    private List<Part> report = List.of();
    private List<Path> directories = List.of();
    private boolean flowed;
    private Charset charset = StandardCharsets.UTF_8;
    private TransferEncoding transport = TransferEncoding.SEVEN_BIT;

    void text(String value) {
        text = value;
    }

    void html(String value) {
        html = value;
    }

    void textOfHtml(UnaryOperator<String> conversion) {
        textOfHtml = conversion;
    }

    void alternative(ContentType type, String value) {
        if (!type.type().equals("text")) {
            throw new MimeException("no type of text: " + type, "attach what is no text");
        }
        forms.add(() -> part(TextContent.of(value, type, charset, transport)));
    }

    void calendar(Calendar value) {
        calendar = () -> part(value.content(transport));
    }

    void inline(Maker maker) {
        inlines.add(maker);
    }

    void attach(Maker maker) {
        attachments.add(maker);
    }

    void report(ContentType type, Part... parts) {
        if (parts.length == 0) {
            throw new MimeException("a report without a part for programs", "give it one");
        }
        reportType = type;
        report = List.of(parts);
    }

    void flowed() {
        flowed = true;
    }

    void inlineFrom(List<Path> value) {
        directories = value;
    }

    void charset(Charset value) {
        charset = value;
    }

    void transport(TransferEncoding value) {
        transport = value;
    }

    TransferEncoding attachmentEncoding() {
        return transport == TransferEncoding.BINARY ? TransferEncoding.BINARY : TransferEncoding.BASE64;
    }

    private @Nullable String plain() {
        return text == null && html != null && textOfHtml != null ? textOfHtml.apply(html) : text;
    }

    /** The body of a new message. */
    Part fresh(Boundaries boundaries, Supplier<String> ids) throws IOException {
        List<Part> alternatives = new ArrayList<>();
        String plain = plain();
        if (plain != null) {
            alternatives.add(part(textContent(plain)));
        }
        alternatives.addAll(make(forms));
        List<Part> attached = make(attachments);
        List<Part> pictures = make(inlines);
        if (html != null) {
            String resolved = resolved(html, pictures, ids);
            alternatives.add(related(part(htmlContent(resolved)), pictures, boundaries));
        } else {
            attached.addAll(0, pictures);
        }
        if (calendar != null) {
            alternatives.add(calendar.make());
        }
        if (alternatives.isEmpty() && (attached.isEmpty() || reportType != null)) {
            alternatives.add(part(textContent("")));
        }
        List<Part> mixed = new ArrayList<>();
        if (alternatives.size() > 1) {
            mixed.add(multipart("alternative", alternatives, boundaries));
        } else {
            mixed.addAll(alternatives);
        }
        if (reportType != null) {
            return report(reportType, mixed.get(0), attached, boundaries);
        }
        mixed.addAll(attached);
        return attached.isEmpty() ? mixed.get(0) : multipart("mixed", mixed, boundaries);
    }

    private static Part related(Part html, List<Part> pictures, Boundaries boundaries) {
        if (pictures.isEmpty()) {
            return html;
        }
        List<Part> parts = new ArrayList<>();
        parts.add(html);
        parts.addAll(pictures);
        ContentType type = ContentType.of("multipart", "related").with("type", "text/html");
        return Part.of(Header.empty(), Parts.of(boundaries.name(type, parts), parts));
    }

    private Part report(ContentType type, Part text, List<Part> attached, Boundaries boundaries) {
        if (!attached.isEmpty()) {
            throw new MimeException("a report with attachments", "give report(...) the part that is returned");
        }
        List<Part> parts = new ArrayList<>(report);
        parts.add(0, text);
        return Part.of(Header.empty(), Parts.of(boundaries.name(type, parts), parts));
    }

    private static Part multipart(String subtype, List<Part> parts, Boundaries boundaries) {
        ContentType type = ContentType.of("multipart", subtype);
        return Part.of(Header.empty(), Parts.of(boundaries.name(type, parts), parts));
    }

    private static Part part(Content content) {
        return Part.of(Header.empty(), content);
    }

    /** The HTML with the files it names taken in as pictures. */
    private String resolved(String value, List<Part> pictures, Supplier<String> ids) throws IOException {
        if (directories.isEmpty()) {
            return value;
        }
        HtmlResources resources = new HtmlResources(directories, ids);
        String changed = resources.resolve(value);
        pictures.addAll(resources.parts(attachmentEncoding()));
        return changed;
    }

    private Content textContent(String value) {
        if (flowed) {
            return flowedContent(TextContent.withCrlf(value));
        }
        return TextContent.of(value, ContentType.PLAIN, charset, transport);
    }

    private Content flowedContent(String value) {
        boolean delSp = FlowedWriter.needsDelSp(value);
        ContentType type = ContentType.PLAIN.with("format", "flowed");
        ContentType full = delSp ? type.with("delsp", "yes") : type;
        return TextContent.of(FlowedWriter.write(value, delSp), full, charset, transport);
    }

    private Content htmlContent(String value) {
        return TextContent.of(value, ContentType.of("text", "html"), charset, transport);
    }

    private static List<Part> make(List<Maker> makers) throws IOException {
        List<Part> parts = new ArrayList<>(makers.size());
        for (Maker maker : makers) {
            parts.add(maker.make());
        }
        return parts;
    }

    /** The root of a message that exists, changed as little as the draft asks for. */
    Part changed(Part root, Boundaries boundaries, Supplier<String> ids) throws IOException {
        if (reportType != null) {
            throw new MimeException("an edited message becomes no report", "compose a new one");
        }
        if (!forms.isEmpty()) {
            throw new MimeException("an edited message gains no form of its text", "compose a new one");
        }
        if (calendar != null) {
            throw new MimeException("an edited message becomes no invitation", "compose a new one");
        }
        Part changed = root;
        List<Part> pictures = make(inlines);
        String plain = plain();
        if (plain != null) {
            changed = replaceText(changed, "text/plain", textContent(plain));
        }
        if (html != null) {
            changed = replaceText(changed, "text/html", htmlContent(resolved(html, pictures, ids)));
        }
        Optional<Part> shown = pictures.isEmpty() ? Optional.empty() : htmlOf(changed);
        List<Part> more = make(attachments);
        if (shown.isPresent()) {
            changed = TreeEdit.relate(changed, shown.get(), pictures, boundaries);
        } else {
            more.addAll(0, pictures);
        }
        return TreeEdit.attach(changed, more, boundaries);
    }

    private static Optional<Part> htmlOf(Part root) {
        return BodyView.of(root, BodyView.PARTS).htmlBody().stream()
                .filter(part -> part.contentType().is("text/html"))
                .findFirst();
    }

    private static Part replaceText(Part root, String type, Content content) {
        BodyView<Part> view = BodyView.of(root, BodyView.PARTS);
        for (Part part : type.equals("text/html") ? view.htmlBody() : view.textBody()) {
            if (part.contentType().is(type)) {
                return TreeEdit.replace(root, part, part.with(content));
            }
        }
        throw new MimeException(
                "the message has no " + type + " body to replace", "replace a part, or compose a new message");
    }
}
