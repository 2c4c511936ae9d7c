package dev.tegami.examples.cli;

import dev.tegami.mime.Content;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Part;
import dev.tegami.smime.Coverage;
import dev.tegami.smime.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Parts in parts, each with its header and, for texts, how it begins. */
final class PageParts {
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_FIELDS = 300;
    private static final int MOST_OCTETS = 20_000;

    private final Markup page;
    private final Function<Part, String> cover;
    private final boolean withText;
    private int parts;

    private PageParts(Markup page, Function<Part, String> cover, boolean withText) {
        this.page = page;
        this.cover = cover;
        this.withText = withText;
    }

    /** The fields that describe a part's content: of those of the message, no layer covers any other. */
    private static Header described(Header header) {
        return Header.of(header.fields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).startsWith("content-"))
                .toList());
    }

    /** Parts inside of all layers, each with what it is worth. */
    static PageParts inside(Markup page, Opened opened) {
        return new PageParts(page, part -> opened.layers().isEmpty() ? "" : tag(opened, part), true);
    }

    /** Parts as they travelled. */
    static PageParts outside(Markup page) {
        return new PageParts(page, part -> "", false);
    }

    /** A signature that is not trusted covers a part no less, but that is no good news. */
    private static String tag(Opened opened, Part part) {
        Coverage coverage = opened.coverage(part);
        if (coverage == Coverage.NONE) {
            return "<span class=\"tag plain\">not signed</span>";
        }
        String words = coverage == Coverage.WHOLE ? "signed" : "partly signed";
        return opened.isTrusted()
                ? "<span class=\"tag good\">" + words + "</span>"
                : "<span class=\"tag bad\">" + words + ", not trusted</span>";
    }

    void write(Part part) {
        parts++;
        if (parts > MOST_PARTS) {
            if (parts == MOST_PARTS + 1) {
                page.own("<p class=\"note\">more parts are not shown</p>\n");
            }
            return;
        }
        page.own("<details").own(withText ? " open>" : ">").own("<summary><span class=\"type\">");
        page.text(part.contentType().type() + "/" + part.contentType().subtype())
                .own("</span>");
        part.fileName()
                .ifPresent(name -> page.own("<span class=\"file\">").apart(name).own("</span>"));
        page.own(cover.apply(part)).own("<span class=\"size\">");
        part.content()
                .ifPresent(content -> page.text(content.encoding().label()).own(" · "));
        page.own(size(part.rawBody().size())).own("</span></summary>\n<div class=\"inside\">");
        header(page, "Header of the part", parts == 1 ? described(part.header()) : part.header());
        if (withText) {
            part.content()
                    .filter(content -> part.contentType().type().equals("text"))
                    .ifPresent(this::text);
        }
        inner(part).forEach(this::write);
        page.own("</div></details>\n");
    }

    private static List<Part> inner(Part part) {
        return part.body() instanceof Embedded embedded
                ? List.of(embedded.message().root())
                : part.parts();
    }

    private static String size(long octets) {
        if (octets < 0) {
            return "size unknown";
        }
        return octets < 10_000 ? octets + " octets" : octets / 1_000 + " kB";
    }

    private void text(Content content) {
        Charset charset = content.charset().orElse(StandardCharsets.UTF_8);
        try (InputStream in = content.decoded().open()) {
            byte[] beginning = in.readNBytes(MOST_OCTETS);
            page.own("<pre>")
                    .apart(new String(beginning, charset).replace("\r\n", "\n"))
                    .own("</pre>");
            if (in.read() >= 0) {
                page.own("<p class=\"note\">and so on</p>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void header(Markup page, String title, Header header) {
        List<Field> fields = header.fields();
        page.own("<details class=\"fields\"><summary>")
                .own(title)
                .own("<span class=\"size\">")
                .own(fields.size() + (fields.size() == 1 ? " field" : " fields"))
                .own("</span></summary><div class=\"inside\"><table>");
        for (Field field : fields.subList(0, Math.min(MOST_FIELDS, fields.size()))) {
            page.own("<tr><th>")
                    .text(Shown.line(field.name()))
                    .own("</th><td>")
                    .apart(field.value())
                    .own("</td></tr>");
        }
        page.own("</table></div></details>\n");
    }
}
