package dev.tegami.examples.cli;

import dev.tegami.mime.Message;
import dev.tegami.smime.Axis;
import dev.tegami.smime.FieldReport;
import dev.tegami.smime.HeaderReport;
import dev.tegami.smime.Layer;
import dev.tegami.smime.Mark;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Reason;
import dev.tegami.smime.SignerReport;
import java.util.List;
import java.util.Locale;

/** The layers as boxes in boxes: what stands in a box is covered by it, and what stands outside is not. */
final class PageLayers {
    private final Markup page;
    private final Message message;
    private final Opened opened;

    PageLayers(Markup page, Message message, Opened opened) {
        this.page = page;
        this.message = message;
        this.opened = opened;
    }

    void write() {
        page.own("<section class=\"layer open\"><p class=\"name\"><b>OUTSIDE</b> ")
                .own(opened.layers().isEmpty() ? "no layer covers this message" : "readable and changeable on the way")
                .own("</p>\n");
        PageParts.header(page, "Header of the message", message.header());
        opened.layers().forEach(this::begin);
        inside(opened.headers());
        PageParts.inside(page, opened).write(opened.message().root());
        opened.layers().forEach(layer -> page.own("</section>\n"));
        page.own("</section>\n");
    }

    /** The fields that stand inside too (RFC 9788), each with its worth and whether it reads otherwise outside. */
    private void inside(HeaderReport headers) {
        if (headers.scheme() == HeaderReport.Scheme.NONE) {
            return;
        }
        page.own("<details class=\"fields\" open><summary>Header inside</summary><div class=\"inside\"><table>");
        for (FieldReport report : headers.fields()) {
            page.own("<tr><th>").text(Shown.line(report.field().name())).own("</th><td>");
            page.apart(report.field().value())
                    .own(" <span class=\"tag ")
                    .own(css(report))
                    .own("\">");
            page.own(word(report.protection())).own("</span>");
            if (report.outside() != FieldReport.Outside.SAME) {
                page.own(" <span class=\"tag unknown\">")
                        .own(word(report.outside()))
                        .own(" outside</span>");
            }
            page.own("</td></tr>");
        }
        page.own("</table></div></details>\n");
    }

    private String css(FieldReport report) {
        if (report.protection() == FieldReport.Protection.NONE) {
            return "plain";
        }
        return opened.isTrusted() ? "good" : "unknown";
    }

    private void begin(Layer layer) {
        if (layer instanceof Layer.Encrypted encrypted) {
            begin(encrypted);
        } else if (layer instanceof Layer.Signed signed) {
            begin(signed);
        } else {
            page.own("<section class=\"layer\"><p class=\"name\"><b>COMPRESSED</b></p>\n");
        }
        reasons(layer.reasons());
    }

    private void begin(Layer.Encrypted encrypted) {
        page.own("<section class=\"layer sealed\"><p class=\"name\"><b>ENCRYPTED</b> ")
                .apart(encrypted.cipher())
                .own("</p>\n<p class=\"note\">for ")
                .own(String.valueOf(encrypted.recipients()))
                .own(encrypted.recipients() == 1 ? " reader, " : " readers, ");
        encrypted
                .recipient()
                .ifPresentOrElse(
                        who -> page.own("opened with the key of ").apart(Judgement.name(who.certificate())),
                        () -> page.own("not opened: no key fits"));
        page.own(encrypted.protection() == Layer.Protection.AUTHENTICATED ? "; " : "; NOT ")
                .own("safe against changes on the way</p>\n");
    }

    private void begin(Layer.Signed signed) {
        page.own("<section class=\"layer signed\"><p class=\"name\"><b>SIGNED</b> ")
                .own(signed.form() == Layer.Form.DETACHED ? "detached" : "opaque")
                .own("</p>\n");
        signed.signers().forEach(this::signer);
    }

    private void signer(SignerReport signer) {
        page.own("<p>by ")
                .apart(Judgement.signer(signer))
                .own(" <span class=\"note\">")
                .apart(signer.algorithm());
        signer.claimedTime().ifPresent(time -> page.own(", says it was at ").own(time.toString()));
        page.own("</span></p>\n<ul class=\"chips\">");
        for (Axis axis : Axis.values()) {
            Mark mark = signer.mark(axis);
            page.own("<li class=\"")
                    .own(css(mark))
                    .own("\">")
                    .own(word(axis))
                    .own(": ")
                    .own(word(mark))
                    .own("</li>");
        }
        page.own("</ul>\n");
        reasons(signer.reasons());
    }

    private void reasons(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        page.own("<ul class=\"reasons\">");
        for (Reason reason : reasons) {
            page.own("<li><code>")
                    .own(reason.code().name())
                    .own("</code> ")
                    .apart(reason.detail())
                    .own("</li>");
        }
        page.own("</ul>\n");
    }

    private static String css(Mark mark) {
        return switch (mark) {
            case GOOD -> "good";
            case BAD -> "bad";
            case UNKNOWN -> "unknown";
        };
    }

    private static String word(Enum<?> value) {
        String name = value.name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
