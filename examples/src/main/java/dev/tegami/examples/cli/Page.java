package dev.tegami.examples.cli;

import dev.tegami.mime.Address;
import dev.tegami.mime.Finding;
import dev.tegami.mime.Message;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One page that shows messages: their layers, parts and header fields. It loads nothing and runs nothing: a content
 * security policy allows its own style only, and nobody's HTML, picture or link is more than text in it.
 */
final class Page {
    private static final int MOST_FINDINGS = 200;

    private final Markup page = new Markup();

    private Page() throws IOException {
        String style = style();
        page.own("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .own(digest(style))
                .own("'; base-uri 'none'; form-action 'none'\">\n")
                .own("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .own(
                        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Tegami: messages</title>\n<style>")
                .own(style)
                .own("</style></head>\n<body><main>\n");
    }

    static Page begin() throws IOException {
        return new Page();
    }

    String end() {
        return page.own("</main></body></html>\n").toString();
    }

    Page add(Message message, Opened opened) {
        page.own("<article>\n<h1>")
                .apart(opened.message().subject().orElse("(no subject)"))
                .own("</h1>\n");
        page.own("<dl class=\"people\">");
        people("From", message.from());
        people("To", message.to());
        people("Cc", message.cc());
        message.date().ifPresent(date -> term("Date", date.toString()));
        page.own("</dl>\n");
        verdict(opened);
        page.own("<h2>What covers what</h2>\n");
        new PageLayers(page, message, opened).write();
        if (!opened.layers().isEmpty()) {
            page.own("<h2>As it travelled</h2>\n");
            PageParts.outside(page).write(message.root());
        }
        findings(message.findings());
        page.own("</article>\n");
        return this;
    }

    private void people(String name, List<Address> addresses) {
        if (!addresses.isEmpty()) {
            term(name, addresses.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }

    private void term(String name, String value) {
        page.own("<dt>").own(name).own("</dt><dd>").apart(value).own("</dd>");
    }

    private void verdict(Opened opened) {
        boolean signed = !opened.signers().isEmpty();
        if (opened.isTrusted()) {
            page.own("<p class=\"verdict good\">Trusted: this is its author's, unchanged</p>\n");
        } else if (signed) {
            page.own("<p class=\"verdict bad\">Signed, but not to be trusted</p>\n");
        } else {
            page.own("<p class=\"verdict plain\">Not signed: anybody may have written this</p>\n");
        }
        if (signed) {
            page.own("<ul class=\"reasons\">");
            for (Reason reason : remaining(opened)) {
                page.own("<li><code>")
                        .own(reason.code().name())
                        .own("</code> ")
                        .apart(reason.detail())
                        .own("</li>");
            }
            page.own("</ul>\n");
        }
    }

    /** Reasons that are told with no layer and no signer. */
    private static List<Reason> remaining(Opened opened) {
        Set<Reason> told = new HashSet<>();
        opened.layers().forEach(layer -> told.addAll(layer.reasons()));
        opened.signers().forEach(signer -> told.addAll(signer.reasons()));
        return opened.verdict().reasons().stream()
                .filter(reason -> !told.contains(reason))
                .toList();
    }

    private void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.own("<h2>Damage</h2>\n<table>");
        for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
            page.own("<tr><th>").own(finding.kind().name()).own("</th><td>at octet ");
            page.own(String.valueOf(finding.offset()))
                    .own(": ")
                    .apart(finding.detail())
                    .own("</td></tr>");
        }
        page.own("</table>\n");
        if (findings.size() > MOST_FINDINGS) {
            page.own("<p class=\"note\">and ")
                    .own(String.valueOf(findings.size() - MOST_FINDINGS))
                    .own(" more</p>\n");
        }
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
